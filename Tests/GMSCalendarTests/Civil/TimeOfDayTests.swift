import Foundation
import GMSCalendar
import Testing

@Suite("Times of day")
struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00", 0, "00:00"), ("0:00", 0, "00:00"), ("9:05", 545, "09:05"), ("09:05", 545, "09:05"),
    ("23:59", 1439, "23:59"), ("24:00", 1440, "24:00"),
  ])
  func reading(text: String, minutes: Int, printed: String) throws {
    let time = try TimeOfDay(text)
    #expect(time.minutes == minutes)
    #expect(time.description == printed)
    #expect(time == (try TimeOfDay(minutes: minutes)))
  }

  @Test func everyMinuteRoundTrips() throws {
    var last: TimeOfDay?
    for minutes in 0...1440 {
      let time = try TimeOfDay(minutes: minutes)
      #expect(try TimeOfDay(time.description) == time)
      #expect(try TimeOfDay(hour: minutes / 60, minute: minutes % 60) == time)
      if let last { #expect(last < time) }
      last = time
    }
    #expect(last == .endOfDay)
    #expect(try TimeOfDay(minutes: 0) == .midnight)
  }

  @Test(arguments: ["24:01", "25:00", "09:60", "99:99", "24:60"])
  func timesThatDoNotExist(text: String) {
    let error = #expect(throws: CalendarError.self) { try TimeOfDay(text) }
    #expect(error?.code == .noSuchTime)
    #expect(error?.value == text)
  }

  @Test(arguments: [
    "", "9", "0900", "09:0", "009:00", "09:000", "09:00:00", "09.00", " 09:00", "09:00 ", "-1:00", "+9:00",
    "9:-1", "aa:00", "٠٩:00",
  ])
  func textThatIsNoTime(text: String) {
    let error = #expect(throws: CalendarError.self) { try TimeOfDay(text) }
    #expect(error?.code == .malformedTime)
    #expect(error?.value == text)
  }

  @Test(arguments: [-1, 1441, .min, .max])
  func minutesOutOfRange(minutes: Int) {
    let error = #expect(throws: CalendarError.self) { try TimeOfDay(minutes: minutes) }
    #expect(error?.code == .noSuchTime)
  }

  @Test func asJSON() throws {
    let data = try JSONEncoder().encode([try TimeOfDay("9:05"), .endOfDay])
    #expect(String(decoding: data, as: UTF8.self) == #"["09:05","24:00"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([TimeOfDay].self, from: Data(#"["24:01"]"#.utf8))
    }
  }
}
