// Lists of callbacks: facts `value`, `known`.
extension CoreError.Code {
  /// A name that no range of dates has.
  public static let unknownDateRange = CoreError.Code(rawValue: "unknown-date-range")

  /// All codes of this file, in order.
  package static let listingCodes: [CoreError.Code] = [.unknownDateRange]
}
