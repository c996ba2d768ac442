/// How a piece of text stands out on a terminal.
///
/// Only headers and states do.
package enum TextStyle: String, CaseIterable, Sendable {
  /// A header.
  case header = "1"
  /// A state that is well.
  case good = "32"
  /// A state that is on its way.
  case pending = "33"
  /// A state that is wrong.
  case bad = "31"
  /// A state that no longer matters.
  case faint = "2"

  /// The text with the escape sequences around it.
  package func apply(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
