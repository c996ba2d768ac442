/// A text that is equal only to the same bytes: `String` holds some texts for equal whose bytes differ.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// The text as it stands.
  package init(_ text: String) { self.text = text }

  package static func == (lhs: ExactText, rhs: ExactText) -> Bool {
    lhs.text.utf8.elementsEqual(rhs.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}
