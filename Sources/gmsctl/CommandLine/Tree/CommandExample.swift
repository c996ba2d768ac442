/// A line that a person may type, and what it does.
package struct CommandExample: Sendable {
  /// The whole line, from `gmsctl` on.
  package let line: String
  /// What it does, in one line; may be empty.
  package let summary: String

  /// An example from its line.
  package init(_ line: String, _ summary: String = "") {
    self.line = line
    self.summary = summary
  }
}
