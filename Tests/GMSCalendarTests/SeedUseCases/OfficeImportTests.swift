import GMSCalendar
import GMSTestSupport
import Testing

/// The seed's use cases of rule imports and schedule imports.
struct OfficeImportTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let office: String
    let day: String
    let periods: [String]
    let why: String
    var testDescription: String { "\(office) on \(day): \(why)" }
    init(_ office: String, _ day: String, _ periods: [String], _ why: String) {
      self.office = office
      self.day = day
      self.periods = periods
      self.why = why
    }
  }

  @Test(arguments: [
    Case("Office New York", "2025-07-03", ["2025-07-03T13:00Z/2025-07-03T21:30Z"], "a working day"),
    Case("Office New York", "2025-07-04", [], "Independence Day, imported"),
    Case("Office SFO", "2025-07-04", [], "the same import, another zone"),
    Case(
      "Office Amsterdam",
      "2025-07-04",
      ["2025-07-04T07:00Z/2025-07-04T16:00Z"],
      "no federal holidays there"
    ),
    Case("Office New York", "2025-11-27", [], "Thanksgiving, a dated holiday"),
    Case("Office New York", "2026-11-27", ["2026-11-27T14:00Z/2026-11-27T22:30Z"], "only of 2025"),
    Case("Office New York", "2026-12-25", [], "Christmas, of every year"),
    Case(
      "Office New York",
      "2025-04-09",
      ["2025-04-09T13:00Z/2025-04-09T21:30Z", "2025-04-09T22:00Z/2025-04-10T01:00Z"],
      "Special Deal in New York's evening, Tokyo's zone ignored"
    ),
    Case(
      "Office SFO",
      "2025-04-09",
      ["2025-04-09T15:00Z/2025-04-10T00:00Z", "2025-04-10T01:00Z/2025-04-10T04:00Z"],
      "Special Deal in San Francisco's evening"
    ),
    Case(
      "Office Amsterdam",
      "2025-04-09",
      ["2025-04-09T07:00Z/2025-04-09T19:00Z"],
      "Special Deal begins when the regular hours end: one period"
    ),
    Case(
      "Office New York",
      "2025-04-16",
      ["2025-04-16T13:00Z/2025-04-16T21:30Z"],
      "a Wednesday between two deals"
    ),
    Case(
      "Office Amsterdam",
      "2025-05-07",
      ["2025-05-07T16:00Z/2025-05-07T19:00Z"],
      "the deal wins over the holiday"
    ),
    Case("Federal USA Holidays", "2025-07-03", [], "holidays alone never open"),
  ])
  func rulesAreImported(_ c: Case) throws {
    let calendar = try Offices.calendar(c.office)
    let date = try CivilDate(c.day)
    let day =
      calendar.zone.start(
        of: date,
        at: .midnight
      )..<calendar.zone.start(of: date.adding(days: 1), at: .midnight)
    #expect(try calendar.periods(in: day).map(text) == c.periods)
  }

  @Test func allOfficesIsTheUnionShownInItsOwnZone() throws {
    let calendar = try Offices.calendar("All Offices")
    #expect(calendar.zone.name == "America/New_York")
    // Amsterdam 08:00Z-17:00Z (winter), New York 14:00Z-22:30Z, San Francisco 16:00Z-01:00Z: one long period.
    #expect(
      try calendar.periods(in: span("2025-01-15T00:00Z/2025-01-17T00:00Z")).map(text) == [
        "2025-01-15T00:00Z/2025-01-15T01:00Z", "2025-01-15T08:00Z/2025-01-16T01:00Z",
        "2025-01-16T08:00Z/2025-01-17T00:00Z",
      ]
    )
    // Three weeks in March the two continents are an hour nearer: Amsterdam still in winter time.
    #expect(
      try calendar.periods(in: span("2025-03-12T06:00Z/2025-03-13T06:00Z")).map(text) == [
        "2025-03-12T08:00Z/2025-03-13T00:00Z"
      ]
    )
    // On a federal holiday only Amsterdam is open.
    #expect(
      try calendar.periods(in: span("2025-07-04T06:00Z/2025-07-05T06:00Z")).map(text) == [
        "2025-07-04T07:00Z/2025-07-04T16:00Z"
      ]
    )
  }

  @Test func changesOfAnImportShowAtOnce() throws {
    var all = try Offices.all()
    all["Federal USA Holidays"]?.holidays.append(try Holiday("2025-07-03"))
    let office = try #require(all["Office New York"])
    let calendar = try office.compiled(named: "Office New York", importing: all)
    #expect(try calendar.periods(in: span("2025-07-03T04:00Z/2025-07-04T04:00Z")).isEmpty)
  }

  @Test func importsOfImportsComeAlong() throws {
    let others = [
      "Events": OfficeHours(exceptions: [try ExceptionHours("2025-01-04 10:00-11:00")]),
      "Company": OfficeHours(
        regularHours: [try RegularHours("Mon 09:00-10:00")],
        effectiveDates: [try EffectiveDates("2030-01-01")],
        ruleImports: ["Events"]
      ),
    ]
    let calendar = try OfficeHours(ruleImports: ["Company"]).compiled(importing: others)
    // Saturday's event and Monday's hours; the company's effective dates do not come along.
    #expect(
      try calendar.periods(in: span("2025-01-04T00:00Z/2025-01-07T00:00Z")).map(text) == [
        "2025-01-04T10:00Z/2025-01-04T11:00Z", "2025-01-06T09:00Z/2025-01-06T10:00Z",
      ]
    )
  }

  @Test func effectiveDatesBoundImportedSchedules() throws {
    let others = ["Always": OfficeHours(regularHours: [try RegularHours("Mon-Sun 00:00-24:00")])]
    let calendar = try OfficeHours(
      timeZone: "America/New_York",
      effectiveDates: [try EffectiveDates("2025-06-01 to 2025-06-30")],
      scheduleImports: ["Always"]
    ).compiled(importing: others)
    #expect(
      try calendar.periods(in: span("2025-01-01T00:00Z/2026-01-01T00:00Z")).map(text) == [
        "2025-06-01T04:00Z/2025-07-01T04:00Z"
      ]
    )
  }

  @Test func importsInDiamondsAreVisitedOnce() throws {
    // 40 levels, each importing the next twice, as rules and as a schedule: 2⁴⁰ paths, 40 offices.
    var others: [String: OfficeHours] = [:]
    for level in 0..<40 {
      let next = ["office \(level + 1)"]
      others["office \(level)"] = OfficeHours(ruleImports: next, scheduleImports: next)
    }
    others["office 40"] = OfficeHours(regularHours: [try RegularHours("Mon 09:00-10:00")])
    let calendar = try OfficeHours(ruleImports: ["office 0"], scheduleImports: ["office 0"]).compiled(
      importing: others
    )
    #expect(calendar.isOpen(at: instant("2025-01-06T09:30Z")))
  }

  @Test func aCycleIsRefusedWithItsPath() throws {
    let others = [
      "A": OfficeHours(ruleImports: ["B"]), "B": OfficeHours(scheduleImports: ["C"]),
      "C": OfficeHours(ruleImports: ["B"]),
    ]
    let error = #expect(throws: CalendarError.self) {
      try OfficeHours(ruleImports: ["A"]).compiled(named: "Main", importing: others)
    }
    #expect(error?.code == .importCycle)
    #expect(error?.path == ["B", "C", "B"])
    #expect(error?.description == "office hours import themselves: B → C → B")
    let own = #expect(throws: CalendarError.self) {
      try OfficeHours(scheduleImports: ["Main"]).compiled(named: "Main", importing: [:])
    }
    #expect(own?.path == ["Main", "Main"])
  }

  @Test func aMissingImportNamesTheNearest() throws {
    let all = try Offices.all()
    let error = #expect(throws: CalendarError.self) {
      try OfficeHours(ruleImports: ["Federal US Holidays"]).compiled(named: "Office", importing: all)
    }
    #expect(error?.code == .unknownImport)
    #expect(
      error?.description
        == "'Office' imports 'Federal US Holidays', which does not exist. Did you mean 'Federal USA Holidays'?"
    )
  }
}
