internal import GMSCalendar

/// Errors about words that name commands, shared by the parser and by `help`.
extension UsageError {
  /// A word that names no command under the last of a path.
  static func unknownCommand(_ word: String, under path: [Command]) -> UsageError {
    let known = path.last?.visibleSubcommands.map(\.name) ?? []
    return UsageError(
      .unknownCommand,
      value: word,
      suggestion: NearestName.find(word, in: known),
      path: path.map(\.name)
    )
  }

  /// The first command below `command` that has an option of this form, as it is typed, with the words that
  /// lead to it; nil when none has.
  static func owner(
    of form: String,
    under command: Command,
    _ path: [String]
  ) -> (words: String, option: CommandOption)? {
    for (words, command) in command.walk(path).dropFirst() {
      if let option = command.options.first(where: { $0.forms.contains(form) }) {
        return (words.joined(separator: " "), option)
      }
    }
    return nil
  }
}
