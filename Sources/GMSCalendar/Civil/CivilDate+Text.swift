extension CivilDate: LosslessText {
  /// Reads `yyyy-MM-dd`, with exactly four, two and two digits.
  ///
  /// - Throws: `CalendarError` with code `malformedDate` for another form, `noSuchDate` for a day that the
  ///   calendar does not have.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let year = Digits.read(parts[0], count: 4...4),
      let month = Digits.read(parts[1], count: 2...2),
      let day = Digits.read(parts[2], count: 2...2)
    else { throw CalendarError(.malformedDate, value: String(text)) }
    try self.init(year: year, month: month, day: day)
  }

  /// The date as `yyyy-MM-dd`.
  public var description: String { Digits.date(year, month, day) }
}
