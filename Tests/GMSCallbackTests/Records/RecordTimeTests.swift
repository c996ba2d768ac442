import Foundation
import GMSCallback
import Testing

/// The times that stand in records and events, through the event that carries one.
struct RecordTimeTests {
  private func read(_ text: String) throws -> Double? {
    let event = try CallbackEvent(name: "rescheduled", parameters: ["desired": text])
    guard case .rescheduled(let desired) = event else { return nil }
    // `Date` counts from 2001 in binary fractions; what is kept are whole milliseconds.
    return (desired.timeIntervalSince1970 * 1000).rounded() / 1000
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let seconds: Double
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "1970-01-01T00:00:00Z", seconds: 0),
    Case(text: "1970-01-01t00:00:00.5z", seconds: 0.5),
    Case(text: "1970-01-01T00:00:00.25Z", seconds: 0.25),
    Case(text: "1970-01-01T00:00:00.123Z", seconds: 0.123),
    Case(text: "1970-01-01T00:00:00.123999999Z", seconds: 0.124),
    Case(text: "1970-01-01T01:00:00+01:00", seconds: 0),
    Case(text: "1969-12-31T19:00:00-05:00", seconds: 0),
    Case(text: "1970-01-01T01:00:00+0100", seconds: 0),
    Case(text: "2024-02-29T12:34:56Z", seconds: 1_709_210_096),
    Case(text: "0001-01-01T00:00:00Z", seconds: -62_135_596_800),
    Case(text: "9999-12-31T23:59:59Z", seconds: 253_402_300_799),
  ]

  @Test(arguments: cases)
  func timesAreRead(_ test: Case) throws {
    #expect(try read(test.text) == test.seconds)
  }

  @Test(arguments: [
    "", "Z", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01 00:00:00Z", "1970-1-01T00:00:00Z",
    "1970-01-01T24:00:00Z", "1970-01-01T00:60:00Z", "1970-01-01T00:00:60Z", "1970-13-01T00:00:00Z",
    "1970-00-01T00:00:00Z", "2025-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "1970-01-01T00:00:00.Z",
    "1970-01-01T00:00:00.1234567890Z", "1970-01-01T00:00:00Zx",
    "1970-01-01T00:00:00+24:00", "1970-01-01T00:00:00+01:00x", "+970-01-01T00:00:00Z",
    "1970-01-01T00:00:00.5", "１970-01-01T00:00:00Z", "1970-01-01T00:00:00.999999999+01:00x",
  ])
  func otherTextIsRefused(_ text: String) {
    #expect(throws: CallbackError.self) { try read(text) }
  }
}
