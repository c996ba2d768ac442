import GMSCalendar
import GMSTestSupport
import Testing

/// The text forms of office-hours rules: what reads, as what it prints, and what is said of what does not.
struct RuleTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let prints: String
    var testDescription: String { text }
    init(_ text: String, _ prints: String? = nil) {
      self.text = text
      self.prints = prints ?? text
    }
  }

  @Test(arguments: [
    Case("Mon-Fri 9:00-17:00", "Mon-Fri 09:00-17:00"), Case("Mon-Fri 09:00-17:30"), Case("Sat 09:00-12:00"),
    Case("Sat-Mon 10:00-11:00"), Case("Mon-Mon 10:00-11:00", "Mon 10:00-11:00"),
    Case("Fri-Thu 00:00-24:00"), Case("Sun 19:00-7:00", "Sun 19:00-07:00"), Case("Sun 23:59-00:00"),
    Case("mon-FRI 09:00-10:00", "Mon-Fri 09:00-10:00"), Case("  Tue   08:15-08:20 ", "Tue 08:15-08:20"),
  ])
  func regularHoursReadAndPrint(_ c: Case) throws {
    let hours = try RegularHours(c.text)
    #expect(hours.description == c.prints)
    #expect(try RegularHours(hours.description) == hours)
  }

  @Test(arguments: [
    Case("2025-11-30 10:00-14:00"), Case("11-30 10:00-14:00"), Case("02-29 00:00-24:00"),
    Case("2024-02-29 20:00-4:00", "2024-02-29 20:00-04:00"),
  ])
  func exceptionsReadAndPrint(_ c: Case) throws {
    let hours = try ExceptionHours(c.text)
    #expect(hours.description == c.prints)
    #expect(try ExceptionHours(hours.description) == hours)
  }

  @Test(arguments: [Case("2025-07-04"), Case("07-04"), Case("02-29"), Case("2024-02-29"), Case("0001-01-01")])
  func holidaysReadAndPrint(_ c: Case) throws {
    let holiday = try Holiday(c.text)
    #expect(holiday.description == c.prints)
    #expect(try Holiday(holiday.description) == holiday)
  }

  @Test(arguments: [
    Case("2025-01-01"), Case("2025-01-01 to 2025-12-31"), Case("2025-01-01 to 2025-01-01", "2025-01-01"),
  ])
  func effectiveDatesReadAndPrint(_ c: Case) throws {
    let dates = try EffectiveDates(c.text)
    #expect(dates.description == c.prints)
    #expect(try EffectiveDates(dates.description) == dates)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let code: CalendarError.Code
    let value: String
    let message: String
    var testDescription: String { text }
    init(_ text: String, _ code: CalendarError.Code, _ value: String, _ message: String) {
      self.text = text
      self.code = code
      self.value = value
      self.message = message
    }

    func check(_ parse: () throws(CalendarError) -> some Any) {
      do throws(CalendarError) {
        let value = try parse()
        Issue.record("'\(text)' was read as \(value)")
      } catch {
        #expect(error.code == code)
        #expect(error.value == value)
        #expect(error.description == message)
      }
    }
  }

  static let timeHelp = "is not a time; write HH:mm, such as 09:00, up to 24:00"
  static let dayHelp = "is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun"

  @Test(arguments: [
    Refusal("Mon-Fri 9-17", .malformedTime, "9", "'9' in 'Mon-Fri 9-17' \(timeHelp)"),
    Refusal(
      "Mon-Fri 25:00-26:00",
      .noSuchTime,
      "25:00",
      "there is no time '25:00' in 'Mon-Fri 25:00-26:00'; a day has 00:00 to 24:00"
    ),
    Refusal(
      "Mon-Fri 09:00-09:00",
      .emptyHours,
      "09:00-09:00",
      "'09:00-09:00' in 'Mon-Fri 09:00-09:00' ends when it starts; write 00:00-24:00 for a whole day"
    ),
    Refusal("Funday 9:00-17:00", .malformedWeekday, "Funday", "'Funday' in 'Funday 9:00-17:00' \(dayHelp)"),
    Refusal(
      "Mon-Fry 9:00-17:00",
      .malformedWeekday,
      "Fry",
      "'Fry' in 'Mon-Fry 9:00-17:00' \(dayHelp). Did you mean 'Fri'?"
    ),
    Refusal(
      "Mon-Tue-Wed 9:00-17:00",
      .malformedWeekday,
      "Mon-Tue-Wed",
      "'Mon-Tue-Wed' in 'Mon-Tue-Wed 9:00-17:00' \(dayHelp)"
    ),
    Refusal(
      "Mon 24:00-02:00",
      .hoursStartAtEndOfDay,
      "24:00-02:00",
      "'24:00-02:00' in 'Mon 24:00-02:00' starts at 24:00; write 00:00 of the next day"
    ),
    Refusal(
      "Mon 09:60-10:00",
      .noSuchTime,
      "09:60",
      "there is no time '09:60' in 'Mon 09:60-10:00'; a day has 00:00 to 24:00"
    ),
    Refusal("Mon 009:00-10:00", .malformedTime, "009:00", "'009:00' in 'Mon 009:00-10:00' \(timeHelp)"),
    Refusal("Mon 09:00-1٠:00", .malformedTime, "1٠:00", "'1٠:00' in 'Mon 09:00-1٠:00' \(timeHelp)"),
    Refusal("", .malformedHours, "", "'' are not hours; write days and hours, such as Mon-Fri 09:00-17:00"),
    Refusal(
      "Mon-Fri",
      .malformedHours,
      "Mon-Fri",
      "'Mon-Fri' are not hours; write days and hours, such as Mon-Fri 09:00-17:00"
    ),
    Refusal(
      "Mon 09:00",
      .malformedHours,
      "09:00",
      "'09:00' are not hours; write HH:mm-HH:mm, such as 09:00-17:00"
    ),
    Refusal(
      "Mon 9:00 - 17:00",
      .malformedHours,
      "Mon 9:00 - 17:00",
      "'Mon 9:00 - 17:00' are not hours; write days and hours, such as Mon-Fri 09:00-17:00"
    ),
  ])
  func malformedRegularHoursAreRefused(_ c: Refusal) {
    c.check { () throws(CalendarError) in try RegularHours(c.text) }
  }

  static let dayForm = "write yyyy-MM-dd, or MM-dd for every year, such as 12-25"

  @Test(arguments: [
    Refusal("02-30", .noSuchDate, "02-30", "there is no date '02-30'; month 02 has the days 01 to 29"),
    Refusal(
      "2025-02-29",
      .noSuchDate,
      "2025-02-29",
      "there is no date '2025-02-29'; 2025-02 has the days 01 to 28"
    ),
    Refusal("2026-13-01", .noSuchDate, "2026-13-01", "there is no date '2026-13-01'; months are 01 to 12"),
    Refusal("0000-01-01", .noSuchDate, "0000-01-01", "there is no date '0000-01-01'; years are 0001 to 9999"),
    Refusal("2025-1-1", .malformedDate, "2025-1-1", "'2025-1-1' is not a date; \(dayForm)"),
    Refusal("25-12-2025", .malformedDate, "25-12-2025", "'25-12-2025' is not a date; \(dayForm)"),
    Refusal("4 July", .malformedDate, "4 July", "'4 July' is not a date; \(dayForm)"),
    Refusal("", .malformedDate, "", "'' is not a date; \(dayForm)"),
  ])
  func malformedHolidaysAreRefused(_ c: Refusal) {
    c.check { () throws(CalendarError) in try Holiday(c.text) }
  }

  @Test(arguments: [
    Refusal(
      "2025-02-29 10:00-12:00",
      .noSuchDate,
      "2025-02-29",
      "there is no date '2025-02-29' in '2025-02-29 10:00-12:00'; 2025-02 has the days 01 to 28"
    ),
    Refusal(
      "Mon 10:00-12:00",
      .malformedDate,
      "Mon",
      "'Mon' in 'Mon 10:00-12:00' is not a date; \(dayForm)"
    ),
    Refusal(
      "11-30",
      .malformedHours,
      "11-30",
      "'11-30' are not hours; write a day and hours, such as 2025-11-30 10:00-14:00"
    ),
  ])
  func malformedExceptionsAreRefused(_ c: Refusal) {
    c.check { () throws(CalendarError) in try ExceptionHours(c.text) }
  }

  @Test(arguments: [
    Refusal(
      "2025-12-31 to 2025-01-01",
      .endBeforeStart,
      "2025-01-01",
      "the end '2025-01-01' in '2025-12-31 to 2025-01-01' lies before the start '2025-12-31'"
    ),
    Refusal(
      "2025-01-01 - 2025-02-01",
      .malformedEffectiveDates,
      "2025-01-01 - 2025-02-01",
      "'2025-01-01 - 2025-02-01' are not effective dates; write yyyy-MM-dd, or yyyy-MM-dd to yyyy-MM-dd"
    ),
    Refusal(
      "2025-01-01 to 2025-02-30",
      .noSuchDate,
      "2025-02-30",
      "there is no date '2025-02-30' in '2025-01-01 to 2025-02-30'; 2025-02 has the days 01 to 28"
    ),
  ])
  func malformedEffectiveDatesAreRefused(_ c: Refusal) {
    c.check { () throws(CalendarError) in try EffectiveDates(c.text) }
  }

  @Test func officeHoursRoundTripThroughJSON() throws {
    let hours = OfficeHours(
      timeZone: "Europe/Paris",
      regularHours: [try RegularHours("Sat-Mon 19:00-7:00")],
      holidays: [try Holiday("12-25")],
      exceptions: [try ExceptionHours("2025-12-25 10:00-12:00")],
      effectiveDates: [try EffectiveDates("2025-01-01 to 2025-12-31")],
      ruleImports: ["Federal"],
      scheduleImports: ["Office SFO"]
    )
    #expect(try roundTrip(hours) == hours)
  }
}
