/// What a record holds: its text, or a value from which the text is made when somebody asks for it.
///
/// A store in memory keeps values as they are, so that nobody prints or reads text; a store on disk asks for the
/// text, once.
package enum RecordContent: Sendable {
  /// One compact JSON object, without line breaks.
  case text(String)
  /// A value that prints itself so.
  case value(any RecordValue)

  /// The text, made where there is none.
  ///
  /// - Complexity: O(1) for a text, else O(n) in its length, each time.
  package var text: String {
    switch self {
    case .text(let text): text
    case .value(let value): value.text
    }
  }

  /// Whether the texts are the same to the byte.
  ///
  /// - Complexity: O(n) in the texts' length; O(1) for one and the same value, and mostly for values that differ.
  package func isSame(as other: RecordContent) -> Bool {
    if case .value(let mine) = self, case .value(let others) = other {
      if mine === others { return true }
      guard mine.canEqual(others) else { return false }
    }
    // Not `==`, which holds texts for equal that differ in their form.
    return text.utf8.elementsEqual(other.text.utf8)
  }
}
