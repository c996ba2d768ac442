/// What would make a tree ambiguous or unusable. A test asks this of the shipped tree, so that no start of the
/// program pays for it.
extension Command {
  /// One sentence for each fault in this command and those below it; empty for a sound tree.
  ///
  /// The path holds the words that lead to this command, its own name included.
  package func faults(_ path: [String] = []) -> [String] {
    let path = path.isEmpty ? [name] : path
    let label = "'\(path.joined(separator: " "))'"
    var faults: [String] = []
    if name.isEmpty || name.hasPrefix("-") { faults.append("\(label) cannot be typed") }
    if summary.isEmpty || summary.hasSuffix(".") {
      faults.append("\(label) needs a summary without a full stop")
    }
    if (action == nil) == subcommands.isEmpty {
      faults.append("\(label) must either run or hold commands")
    }
    faults += Self.repetitions(subcommands.map(\.name)).map { "\(label) holds '\($0)' twice" }
    faults += argumentFaults(label) + optionFaults(label)
    return faults + subcommands.flatMap { $0.faults(path + [$0.name]) }
  }

  private func argumentFaults(_ label: String) -> [String] {
    var faults: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument.isRepeating, index != arguments.count - 1 {
        faults.append("\(label) takes more after the repeating '\(argument.name)'")
      }
      if argument.isRequired, arguments[..<index].contains(where: { !$0.isRequired }) {
        faults.append("\(label) requires '\(argument.name)' after an argument that may be absent")
      }
    }
    return faults
  }

  private func optionFaults(_ label: String) -> [String] {
    let all = options + GlobalOptions.all
    var faults = Self.repetitions(arguments.map(\.name) + all.map(\.name))
      .map { "\(label) has '\($0)' twice" }
    faults += Self.repetitions(all.compactMap { $0.short.map(String.init) })
      .map { "\(label) has '-\($0)' twice" }
    for option in options {
      for excluded in option.excludes where !options.contains(where: { $0.name == excluded }) {
        faults.append("\(label) has no '--\(excluded)' for '\(option.longForm)' to exclude")
      }
      if option.name.isEmpty || option.name.hasPrefix("-") || option.name.contains("=") {
        faults.append("\(label) has an option '\(option.name)' that cannot be typed")
      }
      if let short = option.short, !short.isLetter {
        faults.append("\(label) has '-\(short)', which could be a number")
      }
    }
    return faults
  }

  private static func repetitions(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
