/// Why a command line is wrong.
///
/// It always ends with exit code 2. Everything but an unknown field of a command that does not declare its
/// fields is found before the command does anything lasting.
///
/// The error carries facts; its English is written in one place (`UsageError+Description.swift`). Compare
/// `code` and facts, never the text.
package struct UsageError: Error, Hashable, Sendable {
  /// What is wrong.
  package let code: Code
  /// The word that is wrong, as it was typed, or the name of what is missing.
  package let value: String
  /// The option or argument in whose value the fault lies: `--days`, `SERVICE`.
  package let place: String?
  /// The nearest known word, where one is near.
  package let suggestion: String?
  /// What would be right, or what the system said.
  package let detail: String?
  /// The words of the command that was understood, from `gmsctl` on; empty where it does not matter.
  package var path: [String]
  /// How the command is used, where showing that helps.
  package var usage: String?

  /// An error with its facts.
  package init(
    _ code: Code,
    value: String,
    place: String? = nil,
    suggestion: String? = nil,
    detail: String? = nil,
    path: [String] = [],
    usage: String? = nil
  ) {
    self.code = code
    self.value = value
    self.place = place
    self.suggestion = suggestion
    self.detail = detail
    self.path = path
    self.usage = usage
  }
}
