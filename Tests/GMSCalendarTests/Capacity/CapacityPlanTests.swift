import GMSCalendar
import GMSTestSupport
import Testing

/// Capacities as people write them: keys, limits, the grid of the seed.
struct CapacityPlanTests {
  /// The seed's grid: Sunday 5, Monday to Wednesday 10, from 09:00 to 18:59.
  static func seedPlan() throws -> CapacityPlan {
    var five = HourlyCapacity.none
    try five.set(5, hours: 9..<19)
    var ten = HourlyCapacity.none
    try ten.set(10, hours: 9..<19)
    return try CapacityPlan(week: [.sunday: five, .monday: ten, .tuesday: ten, .wednesday: ten])
  }

  /// The seed's exception of 2016-07-04: 1 from 08:00, 2 from 10:00, 1 from 18:00 to 19:59.
  static func independenceDay() throws -> HourlyCapacity {
    var day = HourlyCapacity.none
    try day.set(1, hours: 8..<20)
    try day.set(2, hours: 10..<18)
    return day
  }

  @Test func theGridOfTheSeedPrintsAndReads() throws {
    let plan = try Self.seedPlan()
    let lines = plan.grid.split(separator: "\n")
    #expect(lines.count == 25)
    #expect(lines[0] == "Timestamp  Sun  Mon  Tue  Wed  Thu  Fri  Sat")
    #expect(lines[9] == "08:00        0    0    0    0    0    0    0")
    #expect(lines[10] == "09:00        5   10   10   10    0    0    0")
    #expect(lines[20] == "19:00        0    0    0    0    0    0    0")
    #expect(try CapacityPlan.week(ofGrid: plan.grid) == plan.week)
  }

  @Test func aGridMayBeTabbedPartialAndInAnyOrder() throws {
    let week = try CapacityPlan.week(ofGrid: "Timestamp\tMon\tSun\n\n10:00\t3\t4\n09:00\t1\t2\n")
    #expect(week[.monday]?.entries.map(\.key) == ["0900", "1000"])
    #expect(week[.monday]?[10] == 3)
    #expect(week[.sunday]?[9] == 2)
    #expect(week[.tuesday] == nil)
  }

  @Test func randomGridsRoundTrip() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var week: [Weekday: HourlyCapacity] = [:]
      for day in Weekday.allCases where !random.oneIn(4) {
        var hours = HourlyCapacity.none
        for hour in 0..<24 {
          try hours.set(
            random.oneIn(3) ? 0 : Int.random(in: 0...1000, using: &random),
            hours: hour..<(hour + 1)
          )
        }
        week[day] = hours
      }
      let plan = try CapacityPlan(week: week)
      #expect(try CapacityPlan(week: CapacityPlan.week(ofGrid: plan.grid)) == plan, "seed \(seed)")
    }
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let grid: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Refusal(grid: "", message: "empty text is not a capacity grid at ''"),
    Refusal(grid: "Timestamp", message: "a header without days is not a capacity grid at 'Timestamp'"),
    Refusal(
      grid: "Timestamp Mon Mon",
      message: "a header with one day twice is not a capacity grid at 'Timestamp Mon Mon'"
    ),
    Refusal(
      grid: "Timestamp Mon Toe",
      message:
        "'Toe' in 'Timestamp Mon Toe' is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun. Did you mean 'Tue'?"
    ),
    Refusal(
      grid: "T Mon\n09:00 1 2",
      message: "a row of 2 numbers under 1 days is not a capacity grid at '09:00 1 2'"
    ),
    Refusal(
      grid: "T Mon\n09:00 -1",
      message: "'-1' in '09:00 -1' is not a capacity; write a whole number of 0 or more"
    ),
    Refusal(
      grid: "T Mon\n09:00 1.5",
      message: "'1.5' in '09:00 1.5' is not a capacity; write a whole number of 0 or more"
    ),
    Refusal(
      grid: "T Mon\n09:30 1",
      message: "'09:30' in '09:30 1' is not an hour of a capacity; write 0000, 0100 … 2300"
    ),
    Refusal(
      grid: "T Mon\n24:00 1",
      message: "'24:00' in '24:00 1' is not an hour of a capacity; write 0000, 0100 … 2300"
    ),
    Refusal(
      grid: "T Mon\n09:00 1\n9:00 2",
      message: "a second row of one hour is not a capacity grid at '9:00 2'"
    ),
  ])
  func malformedGridsAreRefused(_ c: Refusal) {
    let error = #expect(throws: CalendarError.self) { try CapacityPlan.week(ofGrid: c.grid) }
    #expect(error?.description == c.message)
  }

  @Test(arguments: [("0000", 0), ("0900", 9), ("2300", 23)])
  func hourKeysRead(key: String, hour: Int) throws {
    #expect(try HourlyCapacity.hour(ofKey: key) == hour)
    #expect(HourlyCapacity.key(hour) == key)
  }

  @Test(arguments: [
    ("2400", "'2400' is not an hour of a capacity; write 0000, 0100 … 2300"),
    ("0930", "'0930' is not an hour of a capacity; write 0000, 0100 … 2300. Did you mean '0900'?"),
    ("9", "'9' is not an hour of a capacity; write 0000, 0100 … 2300. Did you mean '0900'?"),
    ("09:00", "'09:00' is not an hour of a capacity; write 0000, 0100 … 2300"),
    ("-100", "'-100' is not an hour of a capacity; write 0000, 0100 … 2300"),
    ("", "'' is not an hour of a capacity; write 0000, 0100 … 2300"),
  ])
  func malformedHourKeysAreRefused(key: String, message: String) {
    let error = #expect(throws: CalendarError.self) { try HourlyCapacity.hour(ofKey: key) }
    #expect(error?.description == message)
  }

  @Test func capacitiesAreBounded() throws {
    var plan = try Self.seedPlan()
    let before = plan
    var over = HourlyCapacity.none
    try over.set(1001, hours: 9..<10)
    let error = #expect(throws: CalendarError.self) { try plan.set(over, on: .friday) }
    #expect(error?.description == "the capacity '1001' is above the maximum of 1000")
    #expect(plan == before)
    #expect(throws: CalendarError.self) { try over.set(-1, hours: 9..<10) }
    #expect(throws: CalendarError.self) { try over.set(1, hours: 23..<25) }
    #expect(throws: CalendarError.self) {
      try CapacityPlan(overrides: [CivilDate(year: 2025, month: 1, day: 1): over])
    }
    #expect(try CapacityPlan(week: [.monday: over], maximum: 2000).week[.monday]?[9] == 1001)
  }
}
