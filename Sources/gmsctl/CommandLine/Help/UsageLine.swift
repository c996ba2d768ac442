/// How a command is used, in one line.
enum UsageLine {
  /// The line for the last command of a path: `gmsctl hours periods NAME [--end TIME | --days N]`.
  static func text(_ path: [Command]) -> String {
    guard let command = path.last else { return "" }
    return text(command, path.map(\.name))
  }

  /// The line for a command and the words that lead to it.
  static func text(_ command: Command, _ words: [String]) -> String {
    let start = words.joined(separator: " ")
    guard command.action != nil else {
      return words.count == 1
        ? "\(start) [global options] NOUN VERB [arguments] [options]" : "\(start) VERB …"
    }
    return ([start] + command.arguments.map(argument) + options(command.options)).joined(separator: " ")
  }

  /// An argument with its brackets and dots.
  static func argument(_ argument: CommandArgument) -> String {
    switch argument.presence {
    case .required: argument.placeholder
    case .optional: "[\(argument.placeholder)]"
    case .zeroOrMore: "[\(argument.placeholder)…]"
    case .oneOrMore: "\(argument.placeholder)…"
    }
  }

  /// The options in the order of the command; those that exclude each other stand together.
  private static func options(_ options: [CommandOption]) -> [String] {
    var shown: Set<String> = []
    return options.compactMap { option in
      guard !shown.contains(option.name) else { return nil }
      let group = [option] + options.filter { $0.name != option.name && $0.conflicts(with: option) }
      shown.formUnion(group.map(\.name))
      let text = group.map { ($0.short.map { "-\($0)|" } ?? "") + $0.usage }.joined(separator: " | ")
      return (option.isRequired ? text : "[\(text)]") + (option.isRepeating ? "…" : "")
    }
  }
}
