import Foundation
import GMSCallback
import GMSCore
import Testing

struct CallbackErrorTests {
  struct Face: CustomTestStringConvertible, Sendable {
    let code: CallbackError.Code
    let exception: String
    let status: Int
    let phrase: String
    let category: FailureCategory
    var testDescription: String { code.rawValue }
  }

  static func face(
    _ code: CallbackError.Code,
    _ category: FailureCategory,
    _ status: Int = 400,
    _ phrase: String = "BAD_PARAMETER",
    _ exception: String = "CallbackException"
  ) -> Face {
    Face(code: code, exception: exception, status: status, phrase: phrase, category: category)
  }

  static let faces = [
    face(.unknownCallback, .notFound, 404, "NOT_FOUND"), face(.wrongState, .refused, 409, "CONFLICT"),
    face(.notDueYet, .refused, 409, "CONFLICT"), face(.notReschedulable, .refused, 409, "CONFLICT"),
    face(.unknownEvent, .malformed), face(.missingParameter, .malformed), face(.invalidParameter, .malformed),
    face(.unknownParameter, .malformed), face(.malformedID, .malformed), face(.rangeInvalid, .malformed),
    face(.filterKeyNotListed, .malformed), face(.malformedCursor, .malformed),
    face(.unknownColumn, .malformed), face(.repeatedColumn, .malformed), face(.malformedIDLine, .malformed),
    face(.cannotCancelAll, .refused, 409, "CONFLICT"),
    face(.malformedRecord, .malformed), face(.impossibleNumber, .refused),
    face(.desiredTimeInPast, .refused), face(.desiredTimeTooFar, .refused),
    face(.outsideOfficeHours, .refused, 400, "BAD_PARAMETER", "CallbackExceptionAvailability"),
    face(.slotFull, .refused, 400, "BAD_PARAMETER", "CallbackExceptionAvailability"),
    face(.missingOfficeHours, .refused, 400, "BAD_PARAMETER", "CallbackExceptionResource"),
    face(.invalidSimulation, .malformed),
    face(.notInQueue, .refused, 409, "CONFLICT"),
    face(.messageTooLong, .malformed), face(.tooManyMessages, .refused, 409, "CONFLICT"),
    face(.callbackOver, .refused, 409, "CONFLICT"),
    face(.damagedRecord, .unusableStore, 500, "INTERNAL_ERROR"),
    face(.requestTooLarge, .malformed), face(.parameterTooLarge, .malformed),
    face(.parameterNotText, .malformed), face(.malformedBody, .malformed), face(.premiumNumber, .refused),
    face(.numberExcepted, .refused),
    face(.alreadyInQueue, .refused), face(.queueFull, .refused), face(.throttled, .refused),
    face(.valueThrottled, .refused),
    face(.requestRefused, .refused, 409, "CONFLICT"), face(.wrongMedium, .refused, 409, "CONFLICT"),
    face(.otherDialog, .refused, 409, "CONFLICT"),
    face(.noAgentYet, .refused, 503, "SERVICE_UNAVAILABLE"),
    face(.noAccessNumber, .refused, 503, "SERVICE_UNAVAILABLE"),
  ]

  @Test(arguments: faces)
  func facesOfGMS(_ face: Face) {
    let error = CallbackError(face.code, ["value": "x"])
    #expect(error.failureCode == face.code.rawValue)
    #expect(error.exceptionName == face.exception)
    #expect(error.status == face.status)
    #expect(error.phrase == face.phrase)
    #expect(error.category == face.category)
    #expect(!error.description.hasPrefix(face.code.rawValue), "it has an English sentence of its own")
  }

  @Test func refusalOfATimeNamesTheFreeOnes() {
    let error = CallbackError.desiredTime(
      .slotFull,
      nine,
      detail: "5 callbacks each 5 minutes",
      option: "_max_request_by_time_bucket",
      value: "5",
      expected: "a time in a slot with a place left",
      alternatives: [(nine(300), 4), (nine(600), 5)]
    )
    #expect(
      error.facts.last
        == .init(
          "availability",
          .object([
            .init("2026-11-23T09:05:00.000Z", .integer(4)), .init("2026-11-23T09:10:00.000Z", .integer(5)),
          ])
        )
    )
    #expect(
      error.description
        == """
        no capacity is left at '2026-11-23T09:00:00.000Z': 5 callbacks each 5 minutes \
        (option '_max_request_by_time_bucket' = '5')
        """
    )
  }

  @Test func refusalOfAnEventNamesThoseThatAreTaken() throws {
    var callback = try newCallback(Policies.customerFirst)
    do {
      try callback.apply(.agentAnswered, at: nine, policy: Policies.customerFirst)
      Issue.record("taken")
    } catch {
      #expect(error["state"] == "SCHEDULED")
      #expect(
        error.description
          == """
          the callback is SCHEDULED, which does not take 'agent-answered'; it takes 'cancelled', \
          'rescheduled', 'cancelled-by-administrator'
          """
      )
    }
  }

  @Test("no option sets that a time is over: the parameter itself is named")
  func refusalOfATimeNamesOptionOrParameter() {
    func names(_ option: String?) -> [String] {
      let error = CallbackError.desiredTime(
        .desiredTimeInPast,
        nine,
        detail: "why",
        option: option,
        value: "1",
        expected: "another",
        limit: 2,
        found: 3
      )
      return error.facts.map(\.name)
    }
    #expect(
      names("_x") == ["desired", "detail", "option", "value", "expected", "limit", "found", "availability"]
    )
    #expect(
      names(nil) == ["desired", "detail", "parameter", "value", "expected", "limit", "found", "availability"]
    )
  }

  @Test(
    arguments: [
      (.impossibleNumber, "the customer's number is not one that can be called; give another"),
      (
        .premiumNumber,
        "the customer's number is a premium number, which the service does not call; give another"
      ),
    ] as [(CallbackError.Code, String)]
  )
  func sentencesNeverHoldTheCustomersNumber(_ code: CallbackError.Code, _ sentence: String) {
    let error = CallbackError(
      code,
      ["option": "_disallow", "value": "true", "number": "6504663204", "expected": "another"]
    )
    #expect(error.description == "\(sentence) (option '_disallow' = 'true')")
    #expect(error["number"] == "6504663204")
  }
}
