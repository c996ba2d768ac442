import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// The answers of office hours and capacity in their JSON shapes, and calendars from configured services.
struct CalendarAnswerTests {
  private func store(_ services: [String: Options]) throws -> MemoryStore {
    let store = MemoryStore()
    try store.write(StoreChange(time: .distantPast, command: "test")) {
      try $0.setConfiguration(Configuration(services: services))
    }
    return store
  }

  private func office(_ options: Options) throws -> OfficeHoursCalendar {
    var all: Options = ["_type": "builtin", "_service": "office-hours"]
    for (name, value) in options.sorted { all[name] = value }
    return try store(["Office": all]).read { try ServiceCalendars($0).officeHours("Office") }
  }

  @Test func periodsOfARange() throws {
    let calendar = try office(["_timezone": "America/New_York", "_bh_regular1": "Mon-Fri 09:00-17:30"])
    #expect(
      JSONWriter.compact(
        try OfficeHoursAnswer.periods(of: calendar, in: span("2025-01-06T00:00Z/2025-01-07T00:00Z"))
      )
        == #"{"error":null,"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T22:30:00.000Z"}]}"#
    )
  }

  @Test func thePeriodThatHoldsNow() throws {
    let calendar = try office(["_bh_regular1": "Mon-Fri 09:00-17:30"])
    let head = #"{"error":null,"timezone":"UTC","periods":"#
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.period(of: calendar, at: instant("2025-01-06T10:00Z")))
        == head + #"[{"start":"2025-01-06T09:00:00.000Z","end":"2025-01-06T17:30:00.000Z"}]}"#
    )
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.period(of: calendar, at: instant("2025-01-06T18:00Z")))
        == head + "[]}"
    )
    let always = try office(["_bh_regular1": "Mon-Sun 00:00-24:00"])
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.period(of: always, at: instant("2025-01-06T18:00Z")))
        == head + #"[{"start":null,"end":null}]}"#
    )
  }

  @Test func statusAndNext() throws {
    let calendar = try office(["_bh_regular1": "Mon-Fri 09:00-17:30"])
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.status(of: calendar, at: instant("2025-01-06T14:00Z")))
        == #"{"open":true,"openFor":12600,"since":"2025-01-06T09:00:00.000Z","until":"2025-01-06T17:30:00.000Z"}"#
    )
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.status(of: calendar, at: instant("2025-01-11T14:00Z")))
        == #"{"open":false,"openFor":0,"next":"2025-01-13T09:00:00.000Z"}"#
    )
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.next(of: calendar, after: instant("2025-01-06T09:00Z")))
        == #"{"start":"2025-01-07T09:00:00.000Z","end":"2025-01-07T17:30:00.000Z"}"#
    )
    let never = try office([:])
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.status(of: never, at: instant("2025-01-06T14:00Z")))
        == #"{"open":false,"openFor":0,"next":null}"#
    )
    #expect(OfficeHoursAnswer.next(of: never, after: instant("2025-01-06T14:00Z")) == .null)
    let always = try office(["_bh_regular1": "Mon-Sun 00:00-24:00"])
    #expect(
      JSONWriter.compact(OfficeHoursAnswer.status(of: always, at: instant("2025-01-06T14:00Z")))
        == #"{"open":true,"openFor":null,"since":null,"until":null}"#
    )
  }

  @Test func importsAreFoundInTheStore() throws {
    let office: Options = ["_type": "builtin", "_service": "office-hours"]
    func with(_ options: Options) -> Options { Options(office.dictionary.merging(options.dictionary) { $1 }) }
    let store = try store([
      "Holidays": with(["_holiday1": "07-04"]),
      "Office": with(["_bh_regular1": "Mon-Fri 09:00-17:00", "_import_rules1": "Holidays"]),
      "All": with(["_import_schedules1": "Office"]),
      // A broken service that nothing imports hurts nobody.
      "Broken": with(["_bh_regular1": "nonsense"]),
    ])
    let calendar = try store.read { try ServiceCalendars($0).officeHours("All") }
    #expect(!calendar.isOpen(at: instant("2025-07-04T10:00Z")))
    #expect(calendar.isOpen(at: instant("2025-07-03T10:00Z")))
    let missing = #expect(throws: CoreError.self) {
      try store.read { try ServiceCalendars($0).officeHours("Ofice") }
    }
    #expect(missing?.code == .unknownService)
    #expect(missing?["suggestion"] == "Office")
    let broken = #expect(throws: CoreError.self) {
      try store.read { try ServiceCalendars($0).officeHours("Broken") }
    }
    #expect(broken?.code == .invalidOption)
    let wrong = #expect(throws: CoreError.self) {
      try store.read { try ServiceCalendars($0).capacity("Office") }
    }
    #expect(wrong?.code == .wrongTemplate)
  }

  @Test func capacitiesReadAndWriteAsOptions() throws {
    var plan = try CapacityPlan(timeZone: "Europe/Paris", maximum: 50)
    try plan.set(5, hours: HoursRange("09:00-17:00"), on: .weekdays(WeekdayRange("Mon-Fri")))
    try plan.set(1, hours: HoursRange("12:00-13:00"), on: .weekdays(WeekdayRange("Wed")))
    try plan.set(2, hours: HoursRange("16:00-24:00"), on: .date(CivilDate("2025-12-24")))
    #expect(
      plan.options["_capacity_1"]
        == #"{"1":{"0900":5,"1000":5,"1100":5,"1200":5,"1300":5,"1400":5,"1500":5,"1600":5}}"#
    )
    #expect(plan.capacity(on: try CivilDate("2025-12-24"))[12] == 1, "an override begins with its weekday")
    #expect(plan.capacity(on: try CivilDate("2025-12-24"))[23] == 2)
    let editor = ServiceEditor()
    var configuration = try editor.create(
      "Capacity",
      template: "capacity",
      options: ["_capacity_old": #"{"7":{"0900":1}}"#],
      in: Configuration()
    )
    configuration = try editor.setCapacities(plan, of: "Capacity", in: configuration)
    #expect(configuration.services["Capacity"]?["_capacity_old"] == nil)
    #expect(try ConfiguredService("Capacity", in: configuration).capacityPlan() == plan)
    for hours in ["09:30-10:00", "22:00-02:00"] {
      let error = #expect(throws: CalendarError.self) {
        try plan.set(1, hours: HoursRange(hours), on: .weekdays(WeekdayRange("Mon")))
      }
      #expect(error?.code == .malformedCapacityHour)
    }
  }

  /// The reference page's own example: Monday, Tuesday, and two dates that replace their weekdays whole.
  @Test func theCapacityExampleOfTheReference() throws {
    let store = try store([
      "Capacity": [
        "_type": "builtin", "_service": "capacity",
        "_capacity_1": #"{"1":{"0900":5,"1000":7,"1100":10,"1200":10}}"#,
        "_capacity_2": #"{"2":{"0900":3,"1000":5,"1100":7,"1200":7}}"#,
        "_capacity_add_20160508": #"{"20160508":{"0900":5,"1000":7,"1100":10}}"#,
        "_capacity_add_20161111": #"{"20161111":{"0900":3,"1000":5,"1100":7}}"#,
      ]
    ])
    let calendar = try store.read { try ServiceCalendars($0).capacity("Capacity") }
    let expected = [
      ("2016-05-08", "9:5 10:7 11:10"),  // a Sunday
      ("2016-05-09", "9:5 10:7 11:10 12:10"), ("2016-05-10", "9:3 10:5 11:7 12:7"), ("2016-05-11", ""),
      ("2016-11-11", "9:3 10:5 11:7"),  // a Friday
    ]
    for (date, hours) in expected {
      let midnight = instant("\(date)T00:00Z")
      let found = (0..<24).compactMap { hour -> String? in
        let capacity = calendar.capacity(at: midnight.addingTimeInterval(Double(hour) * 3600 + 1800))
        return capacity == 0 ? nil : "\(hour):\(capacity)"
      }
      #expect(found.joined(separator: " ") == hours, "\(date)")
    }
  }

  @Test func aMonthByAnotherZonesClock() throws {
    let calendar = try office(["_timezone": "America/New_York", "_bh_regular1": "Mon-Fri 09:00-17:30"])
    let tokyo = try ZoneDatabase.system.rules(named: "Asia/Tokyo")
    let month = try OfficeHoursAnswer.month(of: calendar, CivilDate("2025-01-15"), in: tokyo)
    let days = try #require(month.arrayValue)
    #expect(days.count == 31)
    // New York's Monday lasts from 23:00 in Tokyo over midnight to 07:30.
    #expect(JSONWriter.compact(days[5]) == #"{"date":"2025-01-06","day":"Mon","hours":["23:00-24:00"]}"#)
    #expect(
      JSONWriter.compact(days[6])
        == #"{"date":"2025-01-07","day":"Tue","hours":["00:00-07:30","23:00-24:00"]}"#
    )
  }

  @Test func seedsGiveTheSameNumbersAndTransactionsDiffer() {
    var (one, same) = (Randomness.seed(7).generator(sequence: 1), Randomness.seed(7).generator(sequence: 1))
    var next = Randomness.seed(7).generator(sequence: 2)
    let first = one.next()
    #expect(first == same.next())
    #expect(first != next.next())
    var reference = SplitMix64(seed: 0)
    #expect(reference.next() == 0xE220_A839_7B1D_CDAF, "the published first number of seed 0")
  }

  @Test(arguments: [
    ("America/New_York", "2025-03-08T07:30Z", 1, "2025-03-09T07:00Z"),  // 02:30 is skipped: the change
    ("America/New_York", "2025-11-01T05:30Z", 1, "2025-11-02T05:30Z"),  // 01:30 comes twice: the first
    ("America/New_York", "2025-11-02T05:30Z", 1, "2025-11-03T06:30Z"),  // a day of 25 hours
    ("UTC", "2024-02-28T12:00Z", 2, "2024-03-01T12:00Z"),
    ("UTC", "2025-01-01T12:00Z", -1, "2024-12-31T12:00Z"),
  ])
  func daysAreThoseOfTheWallClock(zone: String, from: String, days: Int, to: String) throws {
    #expect(
      try ZoneDatabase.system.rules(named: zone).date(byAddingDays: days, to: instant(from)) == instant(to)
    )
  }
}
