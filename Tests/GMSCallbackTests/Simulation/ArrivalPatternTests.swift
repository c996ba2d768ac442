import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

struct ArrivalPatternTests {
  struct Reading: CustomTestStringConvertible, Sendable {
    let text: String
    let stretches: [String]
    let perDay: Double
    var testDescription: String { "'\(text)'" }
    init(_ text: String, _ stretches: [String], perDay: Double) {
      self.text = text
      self.stretches = stretches
      self.perDay = perDay
    }
  }

  @Test(arguments: [
    Reading("60/h", ["00:00-24:00 60.0"], perDay: 1440),
    Reading("1/min", ["00:00-24:00 60.0"], perDay: 1440),
    Reading("2/m", ["00:00-24:00 120.0"], perDay: 2880),
    Reading("0.5/s", ["00:00-24:00 1800.0"], perDay: 43_200),
    Reading("240/d", ["00:00-24:00 10.0"], perDay: 240),
    Reading("0/h", ["00:00-24:00 0.0"], perDay: 0),
    Reading(
      "9:00-12:00=120/h,12:00-17:00=60/h",
      ["09:00-12:00 120.0", "12:00-17:00 60.0"],
      perDay: 660
    ),
    Reading("22:00-6:00=5/h", ["22:00-06:00 5.0"], perDay: 40),
    Reading("13:00-14:00=10/h,9:00-10:00=1/h", ["13:00-14:00 10.0", "09:00-10:00 1.0"], perDay: 11),
    Reading("09:00-24:00=4/h", ["09:00-24:00 4.0"], perDay: 60),
  ])
  func reads(_ reading: Reading) throws {
    let pattern = try ArrivalPattern(reading.text)
    #expect(pattern.stretches.map { "\($0.hours) \($0.perHour)" } == reading.stretches)
    #expect(pattern.description == reading.text)
    // A week holds seven of each stretch, also of those that cross midnight: what hangs over hangs in, too.
    let week = pattern.expected(in: span("2026-11-23T00:00Z/2026-11-30T00:00Z"), zone: .utc)
    #expect(abs(week - 7 * reading.perDay) < 1e-6)
  }

  @Test func theStandardPatternIsWhatItsDocumentationSays() {
    let day = ArrivalPattern.standard.expected(in: span("2026-11-23T00:00Z/2026-11-24T00:00Z"), zone: .utc)
    #expect(abs(day - 620) < 1e-6)
  }

  @Test func hoursAreByTheClockOfTheZone() throws {
    let newYork = try ZoneDatabase.system.rules(named: "America/New_York")
    let pattern = try ArrivalPattern("9:00-10:00=60/h")
    #expect(pattern.expected(in: span("2026-11-23T14:00Z/2026-11-23T15:00Z"), zone: newYork) == 60)
    #expect(pattern.expected(in: span("2026-11-23T09:00Z/2026-11-23T10:00Z"), zone: newYork) == 0)
    // The day on which the clock is set back has 25 hours, and nobody comes twice.
    let night = try ArrivalPattern("0:00-1:30=60/h,1:30-24:00=60/h")
    #expect(night.expected(in: span("2026-11-01T04:00Z/2026-11-02T05:00Z"), zone: newYork) == 1500)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: String
    var testDescription: String { "'\(text)'" }
    init(_ text: String, _ expected: String) {
      self.text = text
      self.expected = expected
    }
  }

  @Test(arguments: [
    Refusal("", "a rate such as '60/h', '2/min' or '500/d' for ''"),
    Refusal("60", "a rate such as '60/h', '2/min' or '500/d' for '60'"),
    Refusal("60/w", "a rate such as '60/h', '2/min' or '500/d' for '60/w'"),
    Refusal("-60/h", "a rate such as '60/h', '2/min' or '500/d' for '-60/h'"),
    Refusal("1e3/h", "a rate such as '60/h', '2/min' or '500/d' for '1e3/h'"),
    Refusal("nan/h", "a rate such as '60/h', '2/min' or '500/d' for 'nan/h'"),
    Refusal("60/h/h", "a rate such as '60/h', '2/min' or '500/d' for '60/h/h'"),
    Refusal("٦٠/h", "a rate such as '60/h', '2/min' or '500/d' for '٦٠/h'"),
    Refusal("9:00-12:00=", "a rate such as '60/h', '2/min' or '500/d' for ''"),
    Refusal("9:00-12:00", "a rate such as '60/h', '2/min' or '500/d' for '9:00-12:00'"),
    Refusal("=60/h", "hours such as '9:00-12:00' for ''"),
    Refusal("9:00=60/h", "hours such as '9:00-12:00' for '9:00'"),
    Refusal("9:00-9:00=60/h", "hours such as '9:00-12:00' for '9:00-9:00'"),
    Refusal("9:00-25:00=60/h", "hours such as '9:00-12:00' for '9:00-25:00'"),
    Refusal("9:00-12:00=60/h,", "hours and their rate for '', such as '9:00-12:00=120/h'"),
    Refusal("9:00-12:00=60/h,5/h", "hours and their rate for '5/h', such as '9:00-12:00=120/h'"),
    Refusal(
      "9:00-12:00=60/h,11:00-13:00=60/h",
      "hours that do not overlap, as '09:00-12:00' and '11:00-13:00' do"
    ),
    Refusal(
      "22:00-6:00=60/h,5:59-7:00=60/h",
      "hours that do not overlap, as '22:00-06:00' and '05:59-07:00' do"
    ),
    Refusal("1000001/h", "rates of 0 to 1000000 an hour"),
    Refusal("278/s", "rates of 0 to 1000000 an hour"),
  ])
  func refuses(_ refusal: Refusal) {
    do {
      _ = try ArrivalPattern(refusal.text)
      Issue.record("'\(refusal.text)' was taken")
    } catch {
      #expect(error.code == .invalidSimulation)
      #expect(
        error.description
          == "'\(refusal.text)' cannot be the simulation's 'arrivals'; give \(refusal.expected)"
      )
    }
  }

  @Test func refusesARateThatIsNoNumber() {
    #expect(throws: CallbackError.self) { try ArrivalPattern(perHour: .nan) }
    #expect(throws: CallbackError.self) { try ArrivalPattern(perHour: -1) }
    #expect(throws: CallbackError.self) { try ArrivalPattern(perHour: .infinity) }
    #expect((try? ArrivalPattern(perHour: 7.5))?.description == "7.5/h")
  }
}
