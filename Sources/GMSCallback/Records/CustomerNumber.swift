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
    normalised = String(typed.lowercased().unicodeScalars.filter { !CustomerNumber.punctuation.contains($0) })
  }

  private static let punctuation: Set<Unicode.Scalar> = [" ", "\u{A0}", "\t", "+", "-", ".", "(", ")", "/"]

  /// Whether somebody can have this number: 3 to 15 ASCII digits after punctuation is taken off.
  ///
  /// The upper bound is that of international numbers; short internal numbers such as `5115` are possible.
  public var isPossible: Bool {
    let digits = normalised.utf8
    return (3...15).contains(digits.count) && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
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
