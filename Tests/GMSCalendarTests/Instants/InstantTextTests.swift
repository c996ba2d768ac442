import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

@Suite("Text of instants")
struct InstantTextTests {
  static let newYork = try? ZoneRules(name: "Test/New_York", posix: "EST5EDT,M3.2.0,M11.1.0")

  @Test(arguments: [
    ("2025-07-04T09:00:00Z", "2025-07-04T09:00:00.000Z"),
    ("2025-07-04t09:00:00z", "2025-07-04T09:00:00.000Z"),
    ("2025-07-04 09:00Z", "2025-07-04T09:00:00.000Z"),
    ("2025-07-04T09:00:00+01:00", "2025-07-04T08:00:00.000Z"),
    ("2025-07-04T09:00:00-0530", "2025-07-04T14:30:00.000Z"),
    ("2025-07-04T09:00:00-00:00", "2025-07-04T09:00:00.000Z"),
    ("2025-07-04T00:30:00+23:59", "2025-07-03T00:31:00.000Z"),
    ("2025-07-04T23:30:00-23:59", "2025-07-05T23:29:00.000Z"),
    ("2025-07-04T09:00:00.5Z", "2025-07-04T09:00:00.500Z"),
    ("2025-07-04T09:00:00.0004Z", "2025-07-04T09:00:00.000Z"),
    ("2025-07-04T09:00:00.0005Z", "2025-07-04T09:00:00.001Z"),
    ("2025-07-04T09:00:00.123456789Z", "2025-07-04T09:00:00.123Z"),
    ("2025-12-31T23:59:59.9995Z", "2026-01-01T00:00:00.000Z"),
    ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.250Z"),
    ("2025-07-04T24:00:00Z", "2025-07-05T00:00:00.000Z"),
    ("2025-07-04T24:00:00.000Z", "2025-07-05T00:00:00.000Z"),
    ("2024-02-29T24:00Z", "2024-03-01T00:00:00.000Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
    ("2016-12-31T18:59:60.5-05:00", "2017-01-01T00:00:00.500Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
    ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    // In the zone.
    ("2025-01-06", "2025-01-06T05:00:00.000Z"),
    ("2025-07-06", "2025-07-06T04:00:00.000Z"),
    ("2025-01-06T09:00", "2025-01-06T14:00:00.000Z"),
    ("2025-01-06 09:00:00.25", "2025-01-06T14:00:00.250Z"),
    ("2025-01-06T24:00", "2025-01-07T05:00:00.000Z"),
    ("2025-11-02T01:30:00.5", "2025-11-02T05:30:00.500Z"),
    ("2025-03-09T02:30", "2025-03-09T07:00:00.000Z"),
    ("2025-03-09T02:30:00.5", "2025-03-09T07:00:00.000Z"),
    ("2025-03-09T03:00:00.5", "2025-03-09T07:00:00.500Z"),
    ("2016-12-31T18:59:60", "2017-01-01T00:00:00.000Z"),
  ])
  func reading(text: String, instant: String) throws {
    let zone = try #require(Self.newYork)
    #expect(InstantText.print(try InstantText.read(text, zone: zone)) == instant)
    #expect(InstantText.print(try InstantText.read("xx\(text)".dropFirst(2), zone: zone)) == instant)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var text: String
    var code: CalendarError.Code
    var value: String
    var says: String

    init(_ text: String, _ code: CalendarError.Code, _ value: String? = nil, says: String = "") {
      (self.text, self.code, self.value, self.says) = (text, code, value ?? text, says)
    }

    var testDescription: String { text }
  }

  static let refusals = [
    Refusal("2026-13-01", .noSuchDate, "2026-13-01"),
    Refusal("2025-02-29", .noSuchDate, "2025-02-29"),
    Refusal("2025-02-29T09:00:00Z", .noSuchDate, "2025-02-29"),
    Refusal("1900-02-29T09:00:00Z", .noSuchDate, "1900-02-29"),
    Refusal("0000-01-01T00:00:00Z", .noSuchDate, "0000-01-01"),
    Refusal("2025-01-00", .noSuchDate, "2025-01-00"),
    Refusal("2025-01-06T25:00", .noSuchTime, "25:00"),
    Refusal("2025-01-06T24:00:01Z", .noSuchTime, "24:00:01"),
    Refusal("2025-01-06T24:00:00.000000001Z", .noSuchTime, "24:00:00"),
    Refusal("2025-01-06T09:60Z", .noSuchTime, "09:60"),
    Refusal("2025-01-06T09:00:61Z", .noSuchTime, "09:00:61"),
    Refusal("2025-01-06T09:00:60Z", .noSuchTime, "09:00:60"),
    Refusal("2025-01-06T23:59:60+01:00", .noSuchTime, "23:59:60"),
    Refusal("0001-01-01T00:00:00+00:01", .instantOutOfRange),
    Refusal("9999-12-31T23:59:59-00:01", .instantOutOfRange),
    Refusal("9999-12-31T24:00:00Z", .instantOutOfRange),
    Refusal("9999-12-31T23:59:59.9999Z", .instantOutOfRange),
    Refusal("", .malformedInstant, says: "date"),
    Refusal("tomorrow", .malformedInstant, says: "date"),
    Refusal("2025-1-6", .malformedInstant, says: "date"),
    Refusal("20250106", .malformedInstant, says: "date"),
    Refusal("-2025-01-06", .malformedInstant, says: "date"),
    Refusal("12025-01-06", .malformedInstant, says: "date"),
    Refusal("２０２５-01-06", .malformedInstant, says: "date"),
    Refusal(" 2025-01-06", .malformedInstant, says: "date"),
    Refusal("2025-01-06Z", .malformedInstant, says: "'T' or one space"),
    Refusal("2025-01-06_09:00", .malformedInstant, says: "'T' or one space"),
    Refusal("2025-01-06T", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06  09:00", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06T9:00", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06T0900", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06T09:00:0Z", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06T09:00.5Z", .malformedInstant, says: "the time needs"),
    Refusal("2025-01-06T09:00:00.Z", .malformedInstant, says: "fraction"),
    Refusal("2025-01-06T09:00:00.1234567890Z", .malformedInstant, says: "fraction"),
    Refusal("2025-01-06T09:00:00,5Z", .malformedInstant, says: "',5Z'"),
    Refusal("2025-01-06T09:00:00 Z", .malformedInstant, says: "' Z'"),
    Refusal("2025-01-06T09:00:00ZZ", .malformedInstant, says: "'ZZ'"),
    Refusal("2025-01-06T09:00:00Z\n", .malformedInstant, says: "after the time"),
    Refusal("2025-01-06T09:00:00+01", .malformedInstant, says: "'+01'"),
    Refusal("2025-01-06T09:00:00+1:00", .malformedInstant, says: "'+1:00'"),
    Refusal("2025-01-06T09:00:00+01:00:00", .malformedInstant, says: "'+01:00:00'"),
    Refusal("2025-01-06T09:00:00+24:00", .malformedInstant, says: "the offset '+24:00'"),
    Refusal("2025-01-06T09:00:00-0060", .malformedInstant, says: "the offset '-0060'"),
    Refusal("2025-01-06T09:00:00 America/New_York", .malformedInstant, says: "' America/New_York'"),
  ]

  @Test(arguments: refusals)
  func refusing(_ entry: Refusal) {
    let error = #expect(throws: CalendarError.self) { try InstantText.read(entry.text) }
    #expect(error?.code == entry.code)
    #expect(error?.value == entry.value)
    if entry.code == .noSuchDate || entry.code == .noSuchTime { #expect(error?.text == entry.text) }
    if !entry.says.isEmpty { #expect(error?.detail?.contains(entry.says) == true, "\(error?.detail ?? "")") }
    #expect(error?.description.contains("'\(entry.value)'") == true)
  }

  @Test func printingInAZone() throws {
    let zone = try #require(Self.newYork)
    let instant = try InstantText.read("2025-07-04T13:00:00.250Z")
    #expect(InstantText.print(instant, in: zone) == "2025-07-04T09:00:00.250")
    #expect(InstantText.print(instant, in: .utc) == "2025-07-04T13:00:00.250")
    #expect(InstantText.print(Date(timeIntervalSince1970: -0.001), in: .utc) == "1969-12-31T23:59:59.999")
    #expect(InstantText.print(.init(timeIntervalSince1970: 1e300), in: zone) == "9999-12-31T18:59:59.999")
    #expect(InstantText.print(.init(timeIntervalSince1970: -1e300), in: zone) == "0001-01-01T00:00:00.000")
    let east = ZoneRules(name: "east", fixedOffset: 3600)
    #expect(InstantText.print(.init(timeIntervalSince1970: 1e300), in: east) == "9999-12-31T23:59:59.999")
    #expect(InstantText.print(.init(timeIntervalSince1970: .nan), in: .utc).count == 23)
  }

  @Test func printingIsRoundedNotCut() {
    #expect(InstantText.print(Date(timeIntervalSince1970: 1.0006)) == "1970-01-01T00:00:01.001Z")
    #expect(InstantText.print(Date(timeIntervalSince1970: 1.9996)) == "1970-01-01T00:00:02.000Z")
    #expect(InstantText.print(Date(timeIntervalSince1970: -62_135_596_801)) == "0001-01-01T00:00:00.000Z")
  }

  @Test func printingAndReadingAreInverse() throws {
    let zone = try #require(Self.newYork)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let milliseconds = Int64.random(in: -62_135_596_800_000..<253_402_300_800_000, using: &generator)
      let date = Date(millisecondsSince1970: milliseconds)
      let text = InstantText.print(date)
      let read = try InstantText.read(text, zone: zone)
      #expect(read.millisecondsSince1970 == milliseconds && InstantText.print(read) == text)
      let local = InstantText.print(date, in: zone)
      let again = try InstantText.read(local, zone: zone)
      // In the hour that comes twice the first is read.
      let difference = milliseconds - again.millisecondsSince1970
      #expect(difference == 0 || difference == 3_600_000, "\(local)")
    }
  }
}
