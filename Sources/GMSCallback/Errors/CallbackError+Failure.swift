public import GMSCore

extension CallbackError: GMSFailure {
  /// The stable name of what went wrong.
  public var failureCode: String { code.rawValue }

  /// The kind of failure: a rule's refusal, a malformed request, a missing callback, or a damaged record.
  public var category: FailureCategory {
    switch code {
    case .unknownCallback: .notFound
    case .cannotCancelAll where number("unknownCount") > 0: .notFound
    case .unknownEvent, .missingParameter, .invalidParameter, .unknownParameter, .malformedID, .rangeInvalid,
      .malformedRecord, .requestTooLarge, .parameterTooLarge, .parameterNotText, .malformedBody,
      .filterKeyNotListed, .malformedCursor, .unknownColumn, .repeatedColumn, .malformedIDLine,
      .messageTooLong,
      .invalidSimulation:
      .malformed
    case .damagedRecord: .unusableStore
    default: .refused
    }
  }

  /// The GMS exception class name.
  ///
  /// GMS documents `CallbackExceptionAvailability` and `CallbackExceptionResource`; the plain
  /// `CallbackException` of all other refusals is this library's choice.
  public var exceptionName: String {
    switch code {
    case .outsideOfficeHours, .slotFull: "CallbackExceptionAvailability"
    case .missingOfficeHours: "CallbackExceptionResource"
    default: "CallbackException"
    }
  }

  /// The HTTP status that GMS answers: 400 where it documents one, else the status that means the same.
  public var status: Int {
    switch code {
    case .unknownCallback: 404
    case .cannotCancelAll where number("unknownCount") > 0: 404
    case .wrongState, .notDueYet, .notReschedulable, .notInQueue, .cannotCancelAll, .requestRefused,
      .wrongMedium, .otherDialog, .callbackOver, .tooManyMessages:
      409
    case .noAgentYet, .noAccessNumber: 503
    case .damagedRecord: 500
    default: 400
    }
  }

  /// The GMS phrase: `BAD_PARAMETER`, or the name of the status.
  public var phrase: String {
    switch code {
    case .unknownCallback: "NOT_FOUND"
    case .cannotCancelAll where number("unknownCount") > 0: "NOT_FOUND"
    case .wrongState, .notDueYet, .notReschedulable, .notInQueue, .cannotCancelAll, .requestRefused,
      .wrongMedium, .otherDialog, .callbackOver, .tooManyMessages:
      "CONFLICT"
    case .noAgentYet, .noAccessNumber: "SERVICE_UNAVAILABLE"
    case .damagedRecord: "INTERNAL_ERROR"
    default: "BAD_PARAMETER"
    }
  }
}
