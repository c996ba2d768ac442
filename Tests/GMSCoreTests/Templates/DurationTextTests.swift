import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Lengths of time such as `1M`, and where they lead.
struct DurationTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let duration: String
    let from: String
    let to: String

    init(_ duration: String, _ from: String, _ to: String) {
      self.duration = duration
      self.from = from
      self.to = to
    }

    var testDescription: String { "\(from) + \(duration)" }
  }

  static let cases: [Case] = [
    Case("1M", "2026-11-21T09:00:00.000Z", "2026-12-21T09:00:00.000Z"),
    Case("1M", "2026-01-31T23:59:59.999Z", "2026-02-28T23:59:59.999Z"),
    Case("1M", "2024-01-31T00:00:00.000Z", "2024-02-29T00:00:00.000Z"),
    Case("2M", "2026-11-30T00:00:00.000Z", "2027-01-30T00:00:00.000Z"),
    Case("12M", "2026-11-21T00:00:00.000Z", "2027-11-21T00:00:00.000Z"),
    Case("13M", "2026-12-31T00:00:00.000Z", "2028-01-31T00:00:00.000Z"),
    Case("1y", "2024-02-29T12:00:00.000Z", "2025-02-28T12:00:00.000Z"),
    Case("4y", "2024-02-29T12:00:00.000Z", "2028-02-29T12:00:00.000Z"),
    Case("1M", "1969-12-31T12:00:00.500Z", "1970-01-31T12:00:00.500Z"),
    Case("1w", "2026-12-28T00:00:00.000Z", "2027-01-04T00:00:00.000Z"),
    Case("30d", "2026-02-01T00:00:00.000Z", "2026-03-03T00:00:00.000Z"),
    Case("36h", "2026-02-01T00:00:00.000Z", "2026-02-02T12:00:00.000Z"),
    Case("90m", "2026-02-01T00:00:00.250Z", "2026-02-01T01:30:00.250Z"),
    Case("9000y", "2026-02-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"),
    Case("999999w", "2026-02-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"),
  ]

  @Test(arguments: cases)
  func leadsTo(_ expected: Case) throws {
    let duration = try #require(DurationText(expected.duration))
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let from = try style.parse(expected.from)
    #expect(InstantText.print(duration.after(from)) == expected.to)
    #expect(duration.description == expected.duration)
  }

  /// Fixed lengths are exact, and months agree with Foundation's calendar.
  @Test
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let from = Date(
        timeIntervalSince1970: Double(Int.random(in: -500_000_000...4_000_000_000, using: &generator))
      )
      let count = Int.random(in: 1...500, using: &generator)
      let months = try #require(DurationText("\(count)M"))
      #expect(months.after(from) == calendar.date(byAdding: .month, value: count, to: from))
      let days = try #require(DurationText("\(count)d"))
      #expect(days.after(from) == from.addingTimeInterval(Double(count) * 86_400))
    }
  }
}
