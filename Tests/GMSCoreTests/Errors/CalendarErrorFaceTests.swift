import GMSCalendar
import GMSCore
import Testing

/// The face that GMSCore gives to GMSCalendar's errors.
struct CalendarErrorFaceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: CalendarError.Code
    let exception: String
    let status: Int
    let phrase: String

    var testDescription: String { code.rawValue }
  }

  static let cases: [Case] =
    [
      CalendarError.Code.malformedHours, .emptyHours, .noSuchDate, .unknownZone, .abbreviatedZone,
      .unknownImport, .importCycle, .malformedCapacity, .endBeforeStart, .rangeTooLong,
    ].map { Case(code: $0, exception: "CalendarException", status: 400, phrase: "BAD_PARAMETER") } + [
      Case(
        code: .capacityAboveMaximum,
        exception: "CapacityException",
        status: 400,
        phrase: "BAD_PARAMETER"
      ),
      Case(code: .noZoneDatabase, exception: "CalendarException", status: 500, phrase: "INTERNAL_ERROR"),
      Case(code: .damagedZoneFile, exception: "CalendarException", status: 500, phrase: "INTERNAL_ERROR"),
    ]

  @Test(arguments: cases)
  func face(_ expected: Case) {
    let error: any GMSFailure = CalendarError(expected.code, value: "v")
    #expect(error.failureCode == expected.code.rawValue)
    #expect(error.category == .refused)
    #expect(error.exceptionName == expected.exception)
    #expect(error.status == expected.status)
    #expect(error.phrase == expected.phrase)
    #expect(error.description.contains("v"))
  }

  @Test
  func factsInOrder() {
    let error = CalendarError(
      .malformedWeekday,
      value: "Mno",
      text: "Mno-Fri 9:00-17:00",
      suggestion: "Mon",
      detail: "d",
      path: ["A", "B"]
    )
    #expect(
      error.facts == [
        .init("value", .string("Mno")), .init("text", .string("Mno-Fri 9:00-17:00")),
        .init("suggestion", .string("Mon")), .init("detail", .string("d")),
        .init("path", .array([.string("A"), .string("B")])),
      ]
    )
  }

  @Test
  func factsThatAreNotKnownAreLeftOut() {
    #expect(CalendarError(.malformedDate, value: "x").facts == [.init("value", .string("x"))])
  }

  @Test
  func theMaximumOfACapacityIsNamed() {
    let error = CalendarError(.capacityAboveMaximum, value: "1001", detail: "1000")
    #expect(error.facts == [.init("value", .string("1001")), .init("maximum", .string("1000"))])
  }
}
