import Foundation
import GMSCalendar
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  /// Counts days one by one, with nothing but the lengths of the months.
  @Test func dayNumbersCountEveryDay() throws {
    var day = try CivilDate("1599-12-31").daysSince1970
    #expect(day == -135_141)
    for year in 1600...2400 {
      for month in 1...12 {
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        #expect(CivilDate.days(inMonth: month, ofYear: year) == length)
        for dayOfMonth in [1, length] {
          day += dayOfMonth == 1 ? 1 : length - 1
          let date = try CivilDate(year: year, month: month, day: dayOfMonth)
          #expect(date.daysSince1970 == day)
          #expect(CivilDate(daysSince1970: day) == date)
        }
      }
    }
  }

  @Test func everyDayRoundTripsAndWeekdaysFollow() throws {
    var last = CivilDate(daysSince1970: -800_001)
    for day in stride(from: -719_162, through: 2_932_896, by: 97) {
      let date = CivilDate(daysSince1970: day)
      #expect(date.daysSince1970 == day)
      #expect(last < date)
      #expect(date.weekday.rawValue == ((day + 3) % 7 + 7) % 7 + 1)
      #expect(date.adding(days: -1).adding(days: 1) == date)
      last = date
    }
    #expect(CivilDate(daysSince1970: -719_162) == .earliest)
    #expect(CivilDate(daysSince1970: 2_932_896) == .latest)
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
    ("2025-01-06", 20_094, .monday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ])
  func known(text: String, day: Int, weekday: Weekday) throws {
    let date = try CivilDate(text)
    #expect(date.daysSince1970 == day)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-02-30", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
    "2025-01-32", "0000-01-01",
  ])
  func datesThatDoNotExist(text: String) {
    let error = #expect(throws: CalendarError.self) { try CivilDate(text) }
    #expect(error?.code == .noSuchDate)
    #expect(error?.value == text)
  }

  @Test(arguments: [
    "", "2025", "2025-01", "2025-1-06", "2025-01-6", "25-01-06", "02025-01-06", "2025/01/06", "2025-01-06 ",
    " 2025-01-06", "+025-01-06", "-2025-01-06", "2025-01-06-07", "2025-aa-06", "2025-0١-06", "２０２５-01-06",
  ])
  func textThatIsNoDate(text: String) {
    let error = #expect(throws: CalendarError.self) { try CivilDate(text) }
    #expect(error?.code == .malformedDate)
    #expect(error?.value == text)
  }

  @Test func asJSON() throws {
    let dates = [try CivilDate("2024-02-29"), .earliest, .latest]
    let data = try JSONEncoder().encode(dates)
    #expect(String(decoding: data, as: UTF8.self) == #"["2024-02-29","0001-01-01","9999-12-31"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: data) == dates)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data(#"["2025-02-29"]"#.utf8))
    }
  }
}
