/// Why a calendar refused a text, a rule, a zone or a question.
///
/// The error carries facts; its English is written in one place (`CalendarError+Description.swift`). Compare
/// `code` and facts, never the text.
public struct CalendarError: Error, Hashable, Sendable {
  /// What is wrong, as a stable name.
  public let code: Code
  /// The part that is wrong, as it was given.
  public let value: String
  /// The whole text in which `value` stands, where it is only a part.
  public let text: String?
  /// The nearest valid name or the thing to use instead, where one is known.
  public let suggestion: String?
  /// The bound that was exceeded, or a detail of what was found.
  public let detail: String?
  /// The names along an import cycle, the first repeated at the end.
  public let path: [String]

  /// An error with its facts.
  public init(
    _ code: Code,
    value: String,
    text: String? = nil,
    suggestion: String? = nil,
    detail: String? = nil,
    path: [String] = []
  ) {
    self.code = code
    self.value = value
    self.text = text
    self.suggestion = suggestion
    self.detail = detail
    self.path = path
  }

  /// The same error, found inside a longer text.
  func inside(_ text: some StringProtocol) -> CalendarError {
    CalendarError(
      code,
      value: value,
      text: String(text),
      suggestion: suggestion,
      detail: detail,
      path: path
    )
  }
}

extension CalendarError {
  /// A stable name for what is wrong; new ones may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String

    /// A code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not `yyyy-MM-dd`, or `MM-dd` where annual dates are allowed.
    public static let malformedDate = Code(rawValue: "malformed-date")
    /// A date that the calendar does not have, such as 02-30.
    public static let noSuchDate = Code(rawValue: "no-such-date")
    /// Not `HH:mm`.
    public static let malformedTime = Code(rawValue: "malformed-time")
    /// A time later than 24:00, or a minute over 59.
    public static let noSuchTime = Code(rawValue: "no-such-time")
    /// Not RFC 3339, nor a date and time without zone.
    public static let malformedInstant = Code(rawValue: "malformed-instant")
    /// Not one of `Mon` … `Sun`.
    public static let malformedWeekday = Code(rawValue: "malformed-weekday")
    /// Not `DDD-DDD HH:mm-HH:mm`, nor the form for an exception.
    public static let malformedHours = Code(rawValue: "malformed-hours")
    /// Hours that end when they start.
    public static let emptyHours = Code(rawValue: "empty-hours")
    /// Hours that start at 24:00, which is the next date's 00:00.
    public static let hoursStartAtEndOfDay = Code(rawValue: "hours-start-at-end-of-day")
    /// Not `yyyy-MM-dd` nor `yyyy-MM-dd to yyyy-MM-dd`.
    public static let malformedEffectiveDates = Code(rawValue: "malformed-effective-dates")
    /// A range that ends before it starts.
    public static let endBeforeStart = Code(rawValue: "end-before-start")
    /// A range longer than a question may span.
    public static let rangeTooLong = Code(rawValue: "range-too-long")
    /// An instant outside the years 1 to 9999.
    public static let instantOutOfRange = Code(rawValue: "instant-out-of-range")
    /// A zone name that the database does not have.
    public static let unknownZone = Code(rawValue: "unknown-zone")
    /// An abbreviation such as `EST` in place of a zone name.
    public static let abbreviatedZone = Code(rawValue: "abbreviated-zone")
    /// Text that cannot be a zone's name, such as a path that leaves the zone directory.
    public static let malformedZoneName = Code(rawValue: "malformed-zone-name")
    /// A zone file that cannot be read as TZif.
    public static let damagedZoneFile = Code(rawValue: "damaged-zone-file")
    /// No time-zone database on this machine.
    public static let noZoneDatabase = Code(rawValue: "no-zone-database")
    /// An import of office hours that do not exist.
    public static let unknownImport = Code(rawValue: "unknown-import")
    /// Office hours that import themselves, directly or through others.
    public static let importCycle = Code(rawValue: "import-cycle")
    /// A capacity that is not a whole number of 0 or more.
    public static let malformedCapacity = Code(rawValue: "malformed-capacity")
    /// A capacity above the maximum.
    public static let capacityAboveMaximum = Code(rawValue: "capacity-above-maximum")
    /// An hour key of a capacity that is not `0000`, `0100` … `2300`.
    public static let malformedCapacityHour = Code(rawValue: "malformed-capacity-hour")
    /// A grid of capacities that is not a table of hours and weekdays.
    public static let malformedCapacityGrid = Code(rawValue: "malformed-capacity-grid")
    /// A length of a time bucket other than 5, 10, 15, 20, 30, 60 or 120 minutes.
    public static let malformedTimeBucket = Code(rawValue: "malformed-time-bucket")
  }
}
