/// A key and its value, from `key=value`.
package struct KeyValue: Hashable, Sendable {
  /// The text before the first `=`; never empty.
  package let key: String
  /// The text after the first `=`; it may hold further ones.
  package let value: String

  /// A pair from its parts.
  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  /// Splits a text at its first `=`.
  ///
  /// - Throws: `malformedPair` without `=`, `emptyKey` when nothing stands before it.
  package init(parsing text: String, as form: String = "key=value") throws(UsageError) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      throw UsageError(.malformedPair, value: text, place: form)
    }
    guard equals != text.startIndex else { throw UsageError(.emptyKey, value: text) }
    self.init(String(text[..<equals]), String(text[text.utf8.index(after: equals)...]))
  }
}
