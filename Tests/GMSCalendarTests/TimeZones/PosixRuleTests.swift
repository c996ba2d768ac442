import Foundation
import GMSCalendar
import Testing

@Suite("POSIX rules")
struct PosixRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    /// Changes in a year as "instant offset", or one offset for ever.
    var changes: [String]
    var year = 2025
    var testDescription: String { "\(rule) in \(year)" }
  }

  static let cases = [
    Case(
      rule: "EST5EDT,M3.2.0,M11.1.0",
      changes: ["2025-03-09T07:00:00Z -14400", "2025-11-02T06:00:00Z -18000"]
    ),
    Case(
      rule: "EST5EDT4,M3.2.0/2:00:00,M11.1.0/+02",
      changes: ["2025-03-09T07:00:00Z -14400", "2025-11-02T06:00:00Z -18000"]
    ),
    Case(
      rule: "AEST-10AEDT,M10.1.0,M4.1.0/3",
      changes: ["2025-04-05T16:00:00Z 36000", "2025-10-04T16:00:00Z 39600"]
    ),
    Case(
      rule: "IST-1GMT0,M10.5.0,M3.5.0/1",
      changes: ["2025-03-30T01:00:00Z 3600", "2025-10-26T01:00:00Z 0"]
    ),
    Case(
      rule: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
      changes: ["2025-04-05T15:00:00Z 37800", "2025-10-04T15:30:00Z 39600"]
    ),
    Case(
      rule: "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
      changes: ["2025-03-30T01:00:00Z -3600", "2025-10-26T01:00:00Z -7200"]
    ),
    Case(
      rule: "EET-2EEST,M3.4.4/50,M10.4.4/50",
      changes: ["2025-03-29T00:00:00Z 10800", "2025-10-24T23:00:00Z 7200"]
    ),
    // J60 is 1 March always; 59 is 1 March in common years, 29 February in leap years.
    Case(rule: "AAA0BBB,J60/0,J61/1", changes: ["2025-03-01T00:00:00Z 3600", "2025-03-02T00:00:00Z 0"]),
    Case(
      rule: "AAA0BBB,J60/0,J61/1",
      changes: ["2024-03-01T00:00:00Z 3600", "2024-03-02T00:00:00Z 0"],
      year: 2024
    ),
    Case(
      rule: "AAA0BBB,J59/0,J60/1",
      changes: ["2024-02-28T00:00:00Z 3600", "2024-03-01T00:00:00Z 0"],
      year: 2024
    ),
    Case(rule: "AAA0BBB,59/0,60/1", changes: ["2025-03-01T00:00:00Z 3600", "2025-03-02T00:00:00Z 0"]),
    Case(
      rule: "AAA0BBB,59/0,60/1",
      changes: ["2024-02-29T00:00:00Z 3600", "2024-03-01T00:00:00Z 0"],
      year: 2024
    ),
    // A day before the year begins, and after it ends.
    Case(
      rule: "AAA0BBB,J1/-24,M6.1.0/1",
      changes: ["2025-06-01T00:00:00Z 0", "2025-12-31T00:00:00Z 3600"]
    ),
    Case(
      rule: "AAA0BBB,M6.1.0/0,J365/49",
      changes: ["2025-01-02T00:00:00Z 0", "2025-06-01T00:00:00Z 3600"]
    ),
    Case(
      rule: "AAA0BBB,M6.1.0/167:59:59,M10.5.5/-167",
      changes: ["2025-06-07T23:59:59Z 3600", "2025-10-24T00:00:00Z 0"]
    ),
    // Week 5 is the last, the fourth where there is no fifth.
    Case(
      rule: "AAA0BBB,M2.5.5/0,M8.5.5/1",
      changes: ["2025-02-28T00:00:00Z 3600", "2025-08-29T00:00:00Z 0"]
    ),
    Case(rule: "AAA-1:02:03", changes: ["3723"]),
    Case(rule: "<+0330>-3:30", changes: ["12600"]),
    Case(rule: "<-00>0", changes: ["0"]),
    Case(rule: "AAA24:59:59", changes: ["-89999"]),
    Case(rule: "AAA-24:59:59", changes: ["89999"]),
    // All year: where it ends it begins again.
    Case(rule: "XXX3EDT4,0/0,J365/23", changes: ["-14400"]),
    Case(rule: "EST5EDT,0/0,J365/25", changes: ["-14400"]),
    // The same offset under two names.
    Case(rule: "AAA1BBB1,M3.2.0,M11.1.0", changes: ["-3600"]),
  ]

  @Test(arguments: cases)
  func changes(_ entry: Case) throws {
    let zone = try ZoneRules(name: "Test/Rule", posix: entry.rule)
    for shift in [0, 400, 2000, -400] {
      let year = entry.year + shift
      if entry.changes.count == 1 {
        let second = Int64(try CivilDate(year: year, month: 7, day: 1).daysSince1970) * 86_400
        let span = OffsetSpan(start: .min, end: .max, offset: Int(entry.changes[0]) ?? 0)
        #expect(zone.offsetSpan(at: second) == span)
        continue
      }
      var cursor = Date(
        secondsSince1970: Int64(try CivilDate(year: year, month: 1, day: 1).daysSince1970) * 86_400 - 1
      )
      for change in entry.changes {
        let words = change.split(separator: " ")
        let expected = try InstantText.read("\(year)" + words[0].dropFirst(4))
        let next = try #require(zone.nextTransition(after: cursor))
        #expect(InstantText.print(next) == InstantText.print(expected))
        #expect(zone.secondsFromGMT(at: next) == Int(words[1]))
        #expect(zone.offsetSpan(at: next.secondsSince1970).start == next.secondsSince1970)
        cursor = next
      }
    }
  }

  @Test func spansCoverAllTimeWithoutGap() throws {
    let rules = [
      "EST5EDT,M3.2.0,M11.1.0", "AAA0BBB,J1/-24,M6.1.0/1", "XXX3EDT4,0/0,364/23",
      "AAA0BBB,M3.2.0/167,M3.3.0/-167",
    ]
    for rule in rules {
      let zone = try ZoneRules(name: "Test/Rule", posix: rule)
      for (from, to) in [(-70, 70), (100, 500)] as [(Int64, Int64)] {
        var second = from * 31_556_952
        while second < to * 31_556_952 {
          let span = zone.offsetSpan(at: second)
          #expect(span.start <= second && second < span.end, "\(rule) \(second)")
          #expect(span.offset == zone.offset(at: second) && span.offset == zone.offset(at: span.end - 1))
          #expect(zone.offset(at: span.end) != span.offset && zone.offset(at: span.start - 1) != span.offset)
          second = span.end
        }
      }
    }
  }

  static let malformed = [
    ("", 0), ("E", 1), ("ES5", 2), ("EST", 3), ("5", 0), ("EST5EDT", 7), ("EST25", 4), ("EST5:60", 5),
    ("EST5:00:60", 7), ("EST5EDT,", 8), ("EST5EDT,M3.2.0", 14), ("EST5EDT,M3.2.0,", 15),
    ("EST5EDT,M0.2.0,M11.1.0", 9), ("EST5EDT,M13.2.0,M11.1.0", 9), ("EST5EDT,M3.0.0,M11.1.0", 11),
    ("EST5EDT,M3.6.0,M11.1.0", 11), ("EST5EDT,M3.2.7,M11.1.0", 13), ("EST5EDT,J0,J1", 9),
    ("EST5EDT,J366,J1", 9), ("EST5EDT,366,1", 8), ("EST5EDT,M3.2.0/168,M11.1.0", 15),
    ("EST5EDT,M3.2.0/,M11.1.0", 15), ("EST5EDT,M3.2.0,M11.1.0 ", 22), ("EST5EDT,M3.2.0,M11.1.0,", 22),
    ("<+03-3", 4), ("<+3>-3", 3), ("<>3", 1), ("EST--5", 4), ("EST0005", 3), ("EST5EDT4", 8),
    ("EST99999999999999999999", 4),
    ("E1T5", 1), ("ÉST5", 0),
  ]

  @Test(arguments: malformed)
  func isRefused(rule: String, position: Int) {
    let error = #expect(throws: CalendarError.self) { try ZoneRules(name: "Test/Rule", posix: rule) }
    #expect(error?.code == .damagedZoneFile)
    #expect(error?.detail?.hasPrefix("the rule '\(rule)' needs ") == true)
    // The place is where reading stopped: at the wrong part, or up to a few digits into it.
    let found = error?.detail?.split(separator: " ").dropLast().last.flatMap { Int($0) }
    #expect((position...position + 5).contains(found ?? -1), "\(error?.detail ?? "")")
  }
}
