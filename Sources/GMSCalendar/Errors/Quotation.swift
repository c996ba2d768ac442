/// How foreign text is put into a sentence.
package enum Quotation {
  /// The longest text that is quoted whole, in characters.
  package static let longest = 120

  /// The text, cut when it is over ``longest`` characters; for where control characters are cared for later.
  package static func cut(_ text: String) -> String {
    text.dropFirst(longest).isEmpty ? text : text.prefix(longest) + "…"
  }

  /// The text on one line and of bearable length: control characters are written as escapes, so that no value
  /// can move a terminal's cursor, and a text over ``longest`` characters is cut.
  package static func clip(_ text: String) -> String {
    // Most texts are short printable ASCII, for which Unicode's tables need not be asked.
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.prefix(longest).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown += escape(scalar)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return text.dropFirst(longest).isEmpty ? shown : shown + "…"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
