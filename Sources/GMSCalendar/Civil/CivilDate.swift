/// A date of the Gregorian calendar, without time and without zone, in the years 1 to 9999.
///
/// Its text form is `yyyy-MM-dd`. Dates before 1582 are proleptic: the Gregorian rules are carried back.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// The first date that can be named: 0001-01-01.
  public static let earliest = CivilDate(unchecked: 1, 1, 1)
  /// The last date that can be named: 9999-12-31.
  public static let latest = CivilDate(unchecked: 9999, 12, 31)

  /// A date from its parts.
  ///
  /// - Throws: `CalendarError` with code `noSuchDate` when the calendar has no such day (`2025-02-29`) or
  ///   the year is outside 1…9999.
  public init(year: Int, month: Int, day: Int) throws(CalendarError) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(inMonth: month, ofYear: year)).contains(day)
    else {
      throw CalendarError(
        .noSuchDate,
        value: Digits.date(year, month, day),
        detail: CivilDate.bound(month: month, year: year)
      )
    }
    self.init(unchecked: year, month, day)
  }

  /// What a date's parts may be, for whoever named a date that does not exist.
  static func bound(month: Int, year: Int?) -> String {
    guard (1...9999).contains(year ?? 1) else { return "years are 0001 to 9999" }
    guard (1...12).contains(month) else { return "months are 01 to 12" }
    let days = days(inMonth: month, ofYear: year ?? 2000)
    let name = (year.map { Digits.padded($0, 4) + "-" } ?? "month ") + Digits.padded(month, 2)
    return "\(name) has the days 01 to \(days)"
  }

  /// The door for parts that are known to make a date.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date that lies `days` days after 1970-01-01; negative before it.
  ///
  /// The arithmetic counts years from March, so that the leap day ends a year, in cycles of 400 years
  /// (146,097 days). Days outside the years 1…9999 make a date whose text form cannot be read back; only
  /// the libraries' own loops, which run a few days past their range, do so.
  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468  // days since 0000-03-01
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// How many days after 1970-01-01 this date lies; negative before it.
  package var daysSince1970: Int { CivilDate.daysSince1970(year: year, month: month, day: day) }

  /// The day number of a date given by its parts, which are not checked.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week.
  public var weekday: Weekday { CivilDate.weekday(ofDay: daysSince1970) }

  /// The day of the week of a day number; 1970-01-01 was a Thursday.
  static func weekday(ofDay day: Int) -> Weekday { Weekday.thursday.advanced(by: day % 7) }

  /// The date `days` days later; negative goes back.
  public func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

  /// The date that follows.
  var next: CivilDate {
    if day < 28 || day < CivilDate.days(inMonth: month, ofYear: year) {
      return CivilDate(unchecked: year, month, day + 1)
    }
    return month == 12 ? CivilDate(unchecked: year + 1, 1, 1) : CivilDate(unchecked: year, month + 1, 1)
  }

  /// Whether February of `year` has 29 days.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days the month has in that year.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  /// Orders by time.
  public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}
