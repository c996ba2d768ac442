/// A telephone number as it was typed, taken apart: its digits, a plus sign, an extension.
struct PhoneText {
  /// What stands between digits for the eye alone; the plus sign is not among it.
  static let punctuation: Set<Unicode.Scalar> = [" ", "\u{A0}", "\t", "-", ".", "(", ")", "/"]

  /// The digits, without those of the extension.
  private(set) var digits = ""
  /// Whether a plus sign stands in front.
  private(set) var hasPlus = false
  /// Which digit is a zero that stands alone in brackets, as in `+44 (0)20`; nil when none is.
  private(set) var bracketedZero: Int?
  /// The digits of the extension.
  private(set) var ext: String?

  /// Takes a text apart.
  init(_ text: String) throws(PhoneFaultError) {
    var scalars = Array(text.unicodeScalars)[...]
    if String(text.prefix(4)).lowercased() == "tel:" { scalars = scalars.dropFirst(4) }
    var before: Unicode.Scalar?
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "0"..."9":
        if scalar == "0", before == "(", scalars.first == ")" { bracketedZero = digits.utf8.count }
        digits.unicodeScalars.append(scalar)
      case "+":
        guard digits.isEmpty, !hasPlus else { throw PhoneFaultError(.plusInside) }
        hasPlus = true
      case ";", "x", "X", "e", "E":
        guard let mark = PhoneText.mark(scalar, scalars), !digits.isEmpty else {
          throw PhoneFaultError(scalar == ";" ? .unexpected(scalar) : .letter(scalar))
        }
        ext = try PhoneText.readExtension(scalars.dropFirst(mark))
        return
      case _ where PhoneText.punctuation.contains(scalar): break
      case _ where scalar.properties.isAlphabetic: throw PhoneFaultError(.letter(scalar))
      default: throw PhoneFaultError(.unexpected(scalar))
      }
      before = scalar
    }
    guard !digits.isEmpty else { throw PhoneFaultError(.empty) }
  }

  /// How many characters after the first belong to the mark of an extension: `;ext=`, `x`, `ext`, `ext.`; nil
  /// when it is none.
  private static func mark(_ first: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    let text = String(String.UnicodeScalarView(rest.prefix(4))).lowercased()
    switch first {
    case ";": return text == "ext=" ? 4 : nil
    case "x", "X": return 0
    default: return text.hasPrefix("xt.") ? 3 : text.hasPrefix("xt") ? 2 : nil
    }
  }

  private static func readExtension(_ rest: ArraySlice<Unicode.Scalar>) throws(PhoneFaultError) -> String {
    var digits = rest.drop { $0 == " " }
    while digits.last == " " { digits.removeLast() }
    guard (1...15).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw PhoneFaultError(.malformedExtension)
    }
    return String(String.UnicodeScalarView(digits))
  }
}
