/// The number of a customer who calls: as it was given, and as it is compared.
///
/// GMS does not document how numbers are compared. Spaces and the punctuation of numbers (`+ - . ( ) /`) do not
/// count, so that `+1 (650) 466-3204` and `16504663204` are one caller; nothing is guessed about country codes.
public struct CallerNumber: Sendable {
  /// The number as it was given.
  public let given: String

  /// A number from what was given; nil when nothing is left of it, as of a caller who withholds the number.
  public init?(_ given: String?) {
    guard let given, !given.utf8.allSatisfy(CallerNumber.isPunctuation) else { return nil }
    self.given = given
  }

  /// What is compared.
  ///
  /// - Complexity: O(n) in the length.
  public var normalised: String {
    var text = given
    return text.withUTF8 { bytes in
      String(decoding: bytes.lazy.filter { !CallerNumber.isPunctuation($0) }, as: UTF8.self)
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

extension CallerNumber: Hashable {
  /// Whether both are the same number, however they were given.
  public static func == (lhs: CallerNumber, rhs: CallerNumber) -> Bool { lhs.normalised == rhs.normalised }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(normalised) }
}

extension CallerNumber: CustomStringConvertible {
  /// The number as it was given.
  public var description: String { given }
}
