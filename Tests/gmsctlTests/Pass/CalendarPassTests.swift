import Testing
import gmsctl

@Suite("Calendars through gmsctl")
struct CalendarPassTests {
  /// A line and its JSON.
  struct Question: CustomTestStringConvertible, Sendable {
    let line: String
    let answer: String

    init(_ line: String, _ answer: String) {
      self.line = line
      self.answer = answer
    }

    var testDescription: String { line }
  }

  @Test(
    "answer as the contract says",
    arguments: [
      Question(
        "hours periods Office",
        #"{"error":null,"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T22:30:00.000Z"}]}"#
      ),
      Question(
        "hours periods Office --start 2025-01-11 --days 1",
        #"{"error":null,"timezone":"America/New_York","periods":[]}"#
      ),
      Question(
        "hours periods Office --now 2025-07-04T15:00:00Z",
        #"{"error":null,"timezone":"America/New_York","periods":[]}"#
      ),
      // The branch has the rules of the office, and its own clock.
      Question(
        "hours periods Branch --start 2025-01-06 --days 1",
        #"{"error":null,"timezone":"Europe/Amsterdam","periods":[{"start":"2025-01-06T08:00:00.000Z","end":"2025-01-06T16:30:00.000Z"}]}"#
      ),
      Question(
        "hours periods Office --start 2025-01-06T10:00:00 --end 2025-01-06T12:00:00 --timezone America/New_York",
        #"{"error":null,"timezone":"America/New_York","periods":[{"start":"2025-01-06T15:00:00.000Z","end":"2025-01-06T17:00:00.000Z"}]}"#
      ),
      Question(
        "hours status Office --at 2025-01-06T19:00:00Z",
        #"{"open":true,"openFor":12600,"since":"2025-01-06T14:00:00.000Z","until":"2025-01-06T22:30:00.000Z"}"#
      ),
      Question(
        "hours status Office --at 2025-01-11T15:00:00Z",
        #"{"open":false,"openFor":0,"next":"2025-01-13T14:00:00.000Z"}"#
      ),
      Question(
        "hours next Office",
        #"{"start":"2025-01-07T14:00:00.000Z","end":"2025-01-07T22:30:00.000Z"}"#
      ),
      Question("hours next Never", "null"),
      Question("hours status Never", #"{"open":false,"openFor":0,"next":null}"#),
      Question("hours periods Never", #"{"error":null,"timezone":"UTC","periods":[]}"#),
      Question(
        "hours periods Always",
        #"{"error":null,"timezone":"UTC","periods":[{"start":null,"end":null}]}"#
      ),
      Question("hours status Always", #"{"open":true,"openFor":null,"since":null,"until":null}"#),
      Question(
        "capacity periods Capacity --start 2025-01-06T14:00:00Z --end 2025-01-06T16:00:00Z",
        #"{"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T15:00:00.000Z","capacity":1},{"start":"2025-01-06T15:00:00.000Z","end":"2025-01-06T16:00:00.000Z","capacity":3}]}"#
      ),
      Question(
        "callback availability support --start 2025-01-06T14:55:00Z --end 2025-01-06T15:05:00Z --timezone America/New_York",
        #"{"durationMin":5,"timezone":"America/New_York","slots":[{"utcTime":"2025-01-06T14:55:00.000Z","localTime":"2025-01-06T09:55:00.000","capacity":1,"total":1},{"utcTime":"2025-01-06T15:00:00.000Z","localTime":"2025-01-06T10:00:00.000","capacity":3,"total":3}]}"#
      ),
      Question(
        "callback availability support --start 2025-01-06T14:55:00Z --end 2025-01-06T15:05:00Z --v1",
        #"{"2025-01-06T14:55:00.000Z":1,"2025-01-06T15:00:00.000Z":3}"#
      ),
      // The slot at 14:30 is full: only --report-busy tells of it.
      Question(
        "callback availability support --start 2025-01-06T14:30:00Z --end 2025-01-06T14:35:00Z",
        #"{"durationMin":5,"slots":[]}"#
      ),
      Question(
        "callback availability support --start 2025-01-06T14:30:00Z --end 2025-01-06T14:35:00Z --report-busy",
        #"{"durationMin":5,"slots":[{"utcTime":"2025-01-06T14:30:00.000Z","capacity":0,"total":1}]}"#
      ),
      Question(
        "callback availability support --start 2025-01-06T14:28:00Z --days 1 --max-slots 2",
        #"{"durationMin":5,"slots":[{"utcTime":"2025-01-06T14:35:00.000Z","capacity":1,"total":1},{"utcTime":"2025-01-06T14:40:00.000Z","capacity":1,"total":1}]}"#
      ),
    ]
  )
  func answers(_ question: Question) throws {
    let (harness, _) = try SmallCompany.booked()
    _ = try harness.answer("service create Never --template office-hours")
    _ = try harness.answer("service create Always --template office-hours '_bh_regular1=Mon-Sun 00:00-24:00'")
    let before = try harness.snapshot()
    #expect(harness.run(question.line + " -o json").output == question.answer + "\n")
    #expect(try harness.snapshot() == before)
  }

  @Test("give New York's week of 2025-01-06 as the contract shows it")
  func week() throws {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    _ = try harness.answer(
      "service create Office --template office-hours _timezone=America/New_York '_bh_regular1=Mon-Fri 09:00-17:30'"
    )
    let days = (6...10).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let periods = days.map {
      #"{"start":"2025-01-\#($0)T14:00:00.000Z","end":"2025-01-\#($0)T22:30:00.000Z"}"#
    }
    #expect(
      try harness.answer("hours periods Office --start 2025-01-06 --days 7 -o json")
        == #"{"error":null,"timezone":"America/New_York","periods":[\#(periods.joined(separator: ","))]}"#
        + "\n"
    )
  }

  /// Hours on a day on which the clocks change, and the instants between which they are open.
  struct Change: CustomTestStringConvertible, Sendable {
    let zone: String
    let hours: String
    let range: String
    let periods: [String]

    var testDescription: String { "\(zone) \(hours)" }
  }

  @Test(
    "keep daylight saving to the second",
    arguments: [
      Change(
        zone: "America/New_York",
        hours: "Sun 01:30-03:00",
        range: "--start 2025-03-09 --days 1",
        periods: ["2025-03-09T06:30:00.000Z/2025-03-09T07:00:00.000Z"]
      ),
      Change(
        zone: "America/New_York",
        hours: "Sun 01:30-03:00",
        range: "--start 2025-11-02 --days 1",
        periods: ["2025-11-02T05:30:00.000Z/2025-11-02T08:00:00.000Z"]
      ),
      // A start and an end that are skipped: both are the transition, and nothing is left.
      Change(
        zone: "America/New_York",
        hours: "Sun 02:15-02:45",
        range: "--start 2025-03-09 --days 1",
        periods: []
      ),
      // An end exactly on the first repeated moment ends at its first occurrence.
      Change(
        zone: "America/Havana",
        hours: "Sat 18:00-24:00",
        range: "--start 2025-11-01 --days 2",
        periods: ["2025-11-01T22:00:00.000Z/2025-11-02T04:00:00.000Z"]
      ),
      // 02:00 becomes 02:30: half an hour is skipped.
      Change(
        zone: "Australia/Lord_Howe",
        hours: "Sun 01:00-03:00",
        range: "--start 2025-10-04T12:00:00Z --days 1",
        periods: ["2025-10-04T14:30:00.000Z/2025-10-04T16:00:00.000Z"]
      ),
      // 02:00 becomes 01:30: the half hour comes twice.
      Change(
        zone: "Australia/Lord_Howe",
        hours: "Sun 01:30-03:00",
        range: "--start 2025-04-05T12:00:00Z --days 1",
        periods: ["2025-04-05T14:30:00.000Z/2025-04-05T16:30:00.000Z"]
      ),
      // Apia went from 2011-12-29 to 2011-12-31: its Friday of that week never was.
      Change(
        zone: "Pacific/Apia",
        hours: "Fri 09:00-17:00",
        range: "--start 2011-12-28 --days 7",
        periods: []
      ),
      // Before its first transition New York kept its local mean time, 4:56:02 behind.
      Change(
        zone: "America/New_York",
        hours: "Mon 09:00-10:00",
        range: "--start 1850-01-07 --days 1",
        periods: ["1850-01-07T13:56:02.000Z/1850-01-07T14:56:02.000Z"]
      ),
    ]
  )
  func daylightSaving(_ change: Change) throws {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    let zone = change.zone
    _ = try harness.answer(
      "service create Office --template office-hours _timezone=\(zone) '_bh_regular1=\(change.hours)'"
    )
    let periods = change.periods.map { period in
      let ends = period.split(separator: "/")
      return #"{"start":"\#(ends[0])","end":"\#(ends[1])"}"#
    }
    #expect(
      try harness.answer("hours periods Office \(change.range) -o json")
        == #"{"error":null,"timezone":"\#(zone)","periods":[\#(periods.joined(separator: ","))]}"# + "\n"
    )
  }

  @Test("know no opening after the last year")
  func endOfTime() throws {
    let (harness, _) = try SmallCompany.booked()
    #expect(try harness.answer("hours next Office --after 9999-12-31T23:00:00Z -o json") == "null\n")
    #expect(
      try harness.answer("hours status Office --at 9999-12-31T23:00:00Z -o json")
        == "{\"open\":false,\"openFor\":0,\"next\":null}\n"
    )
  }
}
