/// What a line of arguments means.
package struct ParsedLine: Sendable {
  /// What is to be done.
  package enum Outcome: Sendable {
    /// Run the command.
    case run
    /// Show the command's help; somebody asked for it.
    case help
    /// Show the version.
    case version
    /// The line is wrong. The values are then those that could be read, so that `-o json` still holds.
    case failed(UsageError)
  }

  /// The commands that were named, the root first.
  package let path: [Command]
  /// The values of options and arguments.
  package let values: ParsedValues
  /// What is to be done.
  package let outcome: Outcome

  /// The words that lead to the command, from `gmsctl` on.
  package var words: [String] { path.map(\.name) }
}
