/// The day and wall time of a yearly change, as the rule of a POSIX TZ string names it.
struct PosixDay: Hashable, Sendable {
  /// How the day is named.
  enum Form: Hashable, Sendable {
    /// `Jn`: day 1…365 of the year; 29 February is never counted and cannot be named.
    case withoutLeapDay(Int)
    /// `n`: day 0…365 of the year, 29 February counted; 365 of a common year is the next 1 January.
    case dayOfYear(Int)
    /// `Mm.w.d`: the w-th day d (0 is Sunday) of month m; week 5 is the last one.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// How the day is named.
  let form: Form
  /// Seconds from the day's midnight, from -167:59:59 to 167:59:59.
  let time: Int

  /// The change in that year, in local seconds: as if the wall clock before the change were UTC.
  func localSecond(inYear year: Int) -> Int64 {
    Int64(day(inYear: year)) * 86_400 + Int64(time)
  }

  /// The day in that year, as days since 1970.
  private func day(inYear year: Int) -> Int {
    switch form {
    case .withoutLeapDay(let number):
      let leapDay = number >= 60 && CivilDate.isLeap(year: year) ? 1 : 0
      return CivilDate.daysSince1970(year: year, month: 1, day: number) + leapDay
    case .dayOfYear(let number):
      return CivilDate.daysSince1970(year: year, month: 1, day: 1) + number
    case .weekday(let month, let week, let day):
      let first = CivilDate.daysSince1970(year: year, month: month, day: 1)
      // 1970-01-01 was a Thursday, day 4 when Sunday is 0.
      let firstWeekday = ((first + 4) % 7 + 7) % 7
      let dayOfMonth = (day - firstWeekday + 7) % 7 + (week - 1) * 7
      let isInMonth = dayOfMonth < CivilDate.days(inMonth: month, ofYear: year)
      return first + (isInMonth ? dayOfMonth : dayOfMonth - 7)
    }
  }
}
