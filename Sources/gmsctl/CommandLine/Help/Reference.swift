/// The reference page of the whole tree, in Markdown.
package enum Reference {
  /// The page for a root command, with a newline at its end.
  ///
  /// Hidden commands are left out.
  package static func markdown(_ root: Command) -> String {
    var blocks = [
      "# \(root.name)",
      "<!-- Made from the command tree by `\(root.name) reference`; do not edit by hand. -->",
      HelpPage.sentence(root.summary),
    ]
    if !root.discussion.isEmpty { blocks.append(prose(root.discussion)) }
    blocks.append(code(UsageLine.text(root, [root.name])))
    blocks += ["## Global options", list(GlobalOptions.all.map(HelpPage.entry))]
    blocks += [
      "## Environment", list(EnvironmentVariable.allCases.map { ($0.rawValue, $0.meaning) }),
      "## Exit codes", list(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) }),
    ]
    for section in root.sections {
      blocks.append("## \(section.heading ?? "Commands")")
      for command in section.commands {
        for (path, command) in command.walk([root.name, command.name]) { blocks += page(command, path) }
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func page(_ command: Command, _ path: [String]) -> [String] {
    let level = String(repeating: "#", count: min(path.count + 1, 6))
    var blocks = ["\(level) \(path.joined(separator: " "))", HelpPage.sentence(command.summary)]
    if command.action == nil {
      if !command.discussion.isEmpty { blocks.append(prose(command.discussion)) }
      blocks.append(
        list(command.visibleSubcommands.map { ("\(path.joined(separator: " ")) \($0.name)", $0.summary) })
      )
    } else {
      blocks.append(code(UsageLine.text(command, path)))
      if !command.discussion.isEmpty { blocks.append(prose(command.discussion)) }
      let entries = command.arguments.map(HelpPage.entry) + command.options.map(HelpPage.entry)
      if !entries.isEmpty { blocks.append(list(entries)) }
      if !command.fields.isEmpty {
        blocks.append("Fields: " + command.fields.map { "`\($0)`" }.joined(separator: ", ") + ".")
      }
    }
    if !command.examples.isEmpty {
      let lines = command.examples.flatMap { ($0.summary.isEmpty ? [] : ["# \($0.summary)"]) + [$0.line] }
      blocks.append(code(lines.joined(separator: "\n")))
    }
    return blocks
  }

  private static func list(_ entries: [(term: String, text: String)]) -> String {
    entries.map { "- `\($0.term)`: \(escaped($0.text))" }.joined(separator: "\n")
  }

  private static func code(_ text: String) -> String { "```sh\n\(text)\n```" }

  /// Prose stays as it is written, indented blocks included; Markdown reads both as they are meant.
  private static func prose(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? "  \($0)" : escaped(String($0)) }
      .joined(separator: "\n")
  }

  /// Letters that Markdown would take for markup are made plain; text between backquotes is left alone.
  private static func escaped(_ text: String) -> String {
    var isCode = false
    var result = ""
    for letter in text {
      if letter == "`" { isCode.toggle() }
      if !isCode, letter == "<" || letter == "*" || letter == "_" || letter == "[" { result.append("\\") }
      result.append(letter)
    }
    return result
  }
}
