/// A customer's telephone number: as it was typed, and as it is compared.
///
/// GMS does not document how numbers are compared. Here spaces and the punctuation that people write in
/// numbers (`+ - . ( ) /`) are taken off, so that `+1 (650) 466-3204` and `16504663204` are one customer.
/// Two numbers are equal when what is left of them is.
public struct CustomerNumber: Sendable {
  /// The number as it was typed; this is what is answered and dialled.
  public let typed: String
  /// The number as it is compared and found by.
  public let normalised: String

  /// A number from what was typed; whether it can be called is a question of its own (``isPossible``).
  public init(_ typed: String) {
    self.typed = typed
    normalised = CustomerNumber.normalised(ASCII: typed) ?? CustomerNumber.normalised(typed)
  }

  private static func normalised(_ typed: String) -> String {
    String(typed.lowercased().unicodeScalars.filter { !punctuation.contains($0) })
  }

  /// The same, for numbers as nearly everybody types them; nil for text with other characters than ASCII.
  private static func normalised(ASCII typed: String) -> String? {
    guard typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: typed.utf8.count) { buffer in
      var count = 0
      for byte in typed.utf8 where !isPunctuation(byte) {
        buffer[count] = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// The same punctuation among ASCII, without a walk: each record's keys ask for each of its digits.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case " ", "\t", "+", "-", ".", "(", ")", "/": true
    default: false
    }
  }

  private static let punctuation: [Unicode.Scalar] = [" ", "\u{A0}", "\t", "+", "-", ".", "(", ")", "/"]

  /// Whether somebody can have this number: 3 to 15 ASCII digits after punctuation is taken off.
  ///
  /// The upper bound is that of international numbers; short internal numbers such as `5115` are possible.
  public var isPossible: Bool {
    let digits = normalised.utf8
    return (3...15).contains(digits.count) && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

extension CustomerNumber {
  /// Whether the number has one of the prefixes that a country documents for premium numbers.
  ///
  /// Known are those of the United States and Canada (area code 900), with or without the country's 1. Of other
  /// countries nothing is claimed: their numbers are never premium here.
  ///
  /// - Parameter country: Two letters; the country whose national numbers are meant (`_default_country`).
  /// - Returns: Whether the number is known to be premium.
  public func isPremium(inCountry country: String) -> Bool {
    let hasCountryCode = typed.contains("+") || normalised.utf8.count == 11
    guard hasCountryCode ? normalised.hasPrefix("1") : country == "US" || country == "CA" else {
      return false
    }
    let national = hasCountryCode ? normalised.dropFirst() : normalised[...]
    return national.utf8.count == 10 && national.hasPrefix("900")
  }
}

extension CustomerNumber: Hashable {
  /// Whether both are the same number, however they were typed.
  public static func == (lhs: CustomerNumber, rhs: CustomerNumber) -> Bool {
    lhs.normalised == rhs.normalised
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(normalised) }
}
