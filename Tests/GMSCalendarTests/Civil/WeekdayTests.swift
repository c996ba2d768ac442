import GMSCalendar
import Testing

@Suite("Days of the week")
struct WeekdayTests {
  @Test(arguments: zip(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], Weekday.allCases))
  func names(text: String, day: Weekday) throws {
    for spelling in [text, text.lowercased(), text.uppercased()] { #expect(try Weekday(spelling) == day) }
    #expect(day.description == text)
  }

  @Test func numbersAndOrder() {
    #expect(Weekday.allCases.map(\.rawValue) == Array(1...7))
    #expect(Weekday.allCases == Weekday.allCases.sorted())
    #expect(Weekday.monday < .sunday)
  }

  @Test(
    arguments: [
      ("Fry", "Fri"), ("Mno", "Mon"), ("We", "Wed"), ("", nil), ("Monday", nil), ("Funday", nil), ("1", nil),
    ] as [(String, String?)]
  )
  func unknown(text: String, meant: String?) {
    let error = #expect(throws: CalendarError.self) { try Weekday(text) }
    #expect(error?.code == .malformedWeekday)
    #expect(error?.value == text)
    #expect(error?.suggestion == meant)
  }
}
