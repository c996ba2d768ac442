import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// The way between dates and whole seconds, against Foundation's own.
struct DateSecondsTests {
  @Test func secondsMakeTheDateThatFoundationMakes() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let seconds = Int64.random(in: Date.earliestSecond...Date.endOfSeconds, using: &random)
      #expect(Date(secondsSince1970: seconds) == Date(timeIntervalSince1970: Double(seconds)))
      #expect(Date(secondsSince1970: seconds).secondsSince1970 == seconds)
    }
  }

  @Test(arguments: [
    (0.0, 0), (0.999, 0), (-0.001, -1), (-1.0, -1), (1e300, Date.endOfSeconds), (-1e300, Date.earliestSecond),
    (.infinity, Date.endOfSeconds), (-.infinity, Date.earliestSecond), (.nan, Date.earliestSecond),
  ])
  func secondsAreRoundedDownAndClamped(interval: Double, seconds: Int64) {
    #expect(Date(timeIntervalSince1970: interval).secondsSince1970 == seconds)
  }

  @Test(arguments: [
    (0.0004, 0), (0.0006, 1), (-0.0006, -1), (1.9999, 2000), (1_735_689_600.123, 1_735_689_600_123),
  ])
  func millisecondsAreRoundedToTheNearest(interval: Double, milliseconds: Int64) {
    #expect(Date(timeIntervalSince1970: interval).millisecondsSince1970 == milliseconds)
    #expect(Date(millisecondsSince1970: milliseconds).millisecondsSince1970 == milliseconds)
  }
}
