/// The codes that can be given out: all of a length whose first digit is one of a prefix.
struct AccessCodeSpace: Sendable {
  /// How many codes there are.
  let count: Int
  private let first: UInt64

  /// The codes of a length.
  ///
  /// - Throws: `CoreError` with code `invalidCodeLength` for a length outside 1…15.
  init(length: Int, prefix: AccessCodePrefix?) throws(CoreError) {
    guard AccessCode.lengths.contains(length) else {
      throw CoreError(
        .invalidCodeLength,
        [
          .init("value", .integer(Int64(length))),
          .init("accepted", .string("a whole number from 1 to \(AccessCode.lengths.upperBound)")),
        ]
      )
    }
    var power = 1
    for _ in 1..<length { power *= 10 }
    let digits = (prefix ?? .any).digits
    count = digits.count * power
    // The leading 1 of a packed code stands one place before its first digit.
    first = UInt64(10 * power + digits.lowerBound * power)
  }

  /// A code by its place in ascending order, from 0 up to ``count``.
  subscript(place: Int) -> AccessCode { AccessCode(packed: first + UInt64(place)) }
}
