import GMSCore
import GMSTestSupport
import Testing

/// Office hours and capacity as services.
struct CalendarServiceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let service: String
    let parameters: Options
    let answer: String

    var testDescription: String { name }
  }

  private static func hours(_ periods: String...) -> String {
    let list = periods.map { period in
      let ends = period.split(separator: "/")
      return #"{"start":"\#(ends[0]):00.000Z","end":"\#(ends[1]):00.000Z"}"#
    }
    return #"200 {"error":null,"timezone":"America/New_York","periods":[\#(list.joined(separator: ","))]}"#
  }

  static let cases: [Case] = [
    Case(
      name: "open now",
      service: "Office",
      parameters: [:],
      answer: hours("2025-01-06T14:00/2025-01-06T22:30")
    ),
    Case(
      name: "closed then",
      service: "Office",
      parameters: ["start": "2025-01-05T14:00:00Z"],
      answer: hours()
    ),
    Case(
      name: "days",
      service: "Office",
      parameters: ["start": "2025-01-06T00:00:00Z", "number-of-days": "2"],
      answer: hours("2025-01-06T14:00/2025-01-06T22:30", "2025-01-07T14:00/2025-01-07T22:30")
    ),
    Case(
      name: "no days",
      service: "Office",
      parameters: ["number-of-days": "0"],
      answer: hours()
    ),
    Case(
      name: "an end, cut to it",
      service: "Office",
      parameters: [
        "start": "2025-01-06T10:00:00", "end": "2025-01-06T12:00:00", "timezone": "America/New_York",
      ],
      answer: hours("2025-01-06T15:00/2025-01-06T17:00")
    ),
    Case(
      name: "empty parameters are none",
      service: "Office",
      parameters: ["start": "", "end": "", "number-of-days": "", "timezone": ""],
      answer: hours("2025-01-06T14:00/2025-01-06T22:30")
    ),
    Case(
      name: "capacity of a day",
      service: "Places",
      parameters: [:],
      answer:
        #"200 {"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T15:00:00.000Z","capacity":5},{"start":"2025-01-06T15:00:00.000Z","end":"2025-01-06T16:00:00.000Z","capacity":7}]}"#
    ),
    Case(
      name: "capacity until an end",
      service: "Places",
      parameters: ["end": "2025-01-06T14:30:00Z"],
      answer:
        #"200 {"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T14:30:00.000Z","capacity":5}]}"#
    ),
  ]

  @Test(arguments: cases)
  func answers(_ test: Case) throws {
    #expect(try DeskFixture().answer(test.service, test.parameters) == test.answer)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let parameters: Options
    let sentence: String

    var testDescription: String { sentence }
  }

  static let refusals: [Refusal] = [
    Refusal(
      parameters: ["start": "soon"],
      sentence: """
        the parameter 'start' of service 'Office' is refused: 'soon' is not a point in time; write RFC 3339, such as \
        2025-07-04T09:00:00Z (the date needs four, two and two digits)
        """
    ),
    Refusal(
      parameters: ["end": "2025-01-06T13:59:59Z"],
      sentence: """
        '2025-01-06T13:59:59Z' cannot be the parameter 'end' of service 'Office'; give a time that is not before the \
        start, 2025-01-06T14:00:00.000Z
        """
    ),
    Refusal(
      parameters: ["end": "2025-01-07T00:00:00Z", "number-of-days": "1"],
      sentence: """
        '1' cannot be the parameter 'number-of-days' of service 'Office'; give either 'end' or 'number-of-days', not both
        """
    ),
    Refusal(
      parameters: ["number-of-days": "-1"],
      sentence: """
        '-1' cannot be the parameter 'number-of-days' of service 'Office'; give a whole number from 0 to 36525
        """
    ),
    Refusal(
      parameters: ["number-of-days": "1.5"],
      sentence: """
        '1.5' cannot be the parameter 'number-of-days' of service 'Office'; give a whole number from 0 to 36525
        """
    ),
    Refusal(
      parameters: ["timezone": "America/NewYork"],
      sentence: """
        the parameter 'timezone' of service 'Office' is refused: there is no time zone 'America/NewYork'. Did you mean \
        'America/New_York'?
        """
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) {
    let error = #expect(throws: CoreError.self) { try DeskFixture().answer("Office", refusal.parameters) }
    #expect(error?.code == .invalidParameter)
    #expect(error?.description == refusal.sentence)
  }
}
