/// The help of a command as plain text.
package enum HelpPage {
  /// The page for a command and the words that lead to it, with a newline at its end.
  package static func text(_ command: Command, path: [String]) -> String {
    var blocks = [["Usage: \(UsageLine.text(command, path))"]]
    blocks += paragraphs(sentence(command.summary) + "\n\n" + command.discussion)
    for section in command.sections {
      blocks.append(
        ["\(section.heading ?? "Commands"):"]
          + TextLayout.definitions(section.commands.map { ($0.name, $0.summary) })
      )
    }
    if !command.arguments.isEmpty {
      blocks.append(["Arguments:"] + TextLayout.definitions(command.arguments.map(entry)))
    }
    if !command.options.isEmpty {
      blocks.append(["Options:"] + TextLayout.definitions(command.options.map(entry)))
    }
    if path.count == 1 {
      blocks.append(["Global options:"] + TextLayout.definitions(GlobalOptions.all.map(entry)))
    }
    if !command.fields.isEmpty {
      blocks.append(TextLayout.wrap("Fields: \(command.fields.joined(separator: ", "))"))
    }
    if !command.examples.isEmpty { blocks.append(["Examples:"] + command.examples.flatMap(lines)) }
    blocks.append(closing(command, path))
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func closing(_ command: Command, _ path: [String]) -> [String] {
    let words = path.joined(separator: " ")
    if command.action == nil {
      return path.count == 1
        ? ["'\(words) help NOUN VERB' tells more."] : ["'\(words) VERB --help' tells more."]
    }
    return ["'\(path.first ?? "") help' lists the options that every command takes."]
  }

  /// A summary as a sentence of its own.
  static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  /// Paragraphs are separated by empty lines; one whose lines are indented is kept as it is.
  private static func paragraphs(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty)
      .map { lines in
        lines.first?.hasPrefix("  ") == true
          ? lines.map(String.init) : TextLayout.wrap(lines.joined(separator: " "))
      }
  }

  /// What a person reads about an argument.
  static func entry(_ argument: CommandArgument) -> (term: String, text: String) {
    let choices =
      if case .choice(let words) = argument.kind { ": \(words.joined(separator: ", "))" } else { "" }
    return (UsageLine.argument(argument), argument.summary + choices)
  }

  /// What a person reads about an option.
  static func entry(_ option: CommandOption) -> (term: String, text: String) {
    let short = option.short.map { "-\($0), " } ?? ""
    var notes: [String] = []
    if option.isRequired { notes.append("required") }
    if option.isRepeating { notes.append("may be repeated") }
    if let text = option.defaultText { notes.append("default: \(text)") }
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    return (short + option.usage, option.summary + note)
  }

  private static func lines(_ example: CommandExample) -> [String] {
    TextLayout.wrap(example.summary, indent: 2) + ["  $ \(example.line)"]
  }
}
