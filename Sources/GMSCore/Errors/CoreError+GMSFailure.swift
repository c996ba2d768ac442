/// The face of GMSCore's errors. Codes are open, so a code that is not named here counts as a refusal.
extension CoreError: GMSFailure {
  /// The stable name of what went wrong, such as `unknown-service`.
  public var failureCode: String { code.rawValue }

  /// The kind of failure: a bad value is a refusal, a name that leads nowhere is not found.
  ///
  /// An option that refers to something missing is a refusal, not "not found": what the caller named exists.
  public var category: FailureCategory {
    switch code {
    case .unknownService, .unknownTemplate, .unknownScenario, .unknownCategory, .optionNotSet,
      .unknownAccount,
      .unknownInstance, .unknownStorage, .unknownStorageKey, .unknownNode, .unknownResourceGroup,
      .unknownBooking,
      .unmatchedCall, .lateCall, .unknownNumber, .unknownPatternGroup, .unknownPattern,
      .unknownDateRange:
      .notFound
    case .serviceStatus where answeredStatus == 404: .notFound
    case .storeBusy: .busy
    case .storeMissing, .storeUnreadable, .storeUnwritable, .storeDamaged, .storeTooNew, .damagedRecord,
      .damagedBooking:
      .unusableStore
    default: .refused
    }
  }

  /// The exception's class name: GMS's own where GMS documents one, else ours.
  public var exceptionName: String {
    switch code {
    case .capacityAboveMaximum: "CapacityException"
    // GMS names this case: the office hours that a callback service asks for are not there.
    case .unknownReference where self["option"] == "_business_hours_service": "CallbackExceptionResource"
    case .unknownService: "ServiceNotFoundException"
    case .unknownAccount: "AccountNotFoundException"
    case .notPermitted: "PermissionException"
    case .unknownTemplate, .unknownScenario, .unknownCategory: "TemplateNotFoundException"
    case .unknownResourceGroup: "ResourceNotFoundException"
    case .emptyResourceGroup, .numbersExhausted, .codesExhausted, .invalidCodeLength, .malformedBookingID,
      .unknownBooking, .unmatchedCall, .lateCall, .ambiguousCall, .malformedCodePrefix, .invalidSizing:
      "AccessNumberException"
    case .malformedBooking: "ImportException"
    case .damagedBooking: "StoreException"
    case .malformedJSON: "JSONException"
    case .malformedPattern, .unsupportedPattern, .patternTooLarge, .malformedPatternName,
      .unknownPatternGroup, .unknownPattern:
      "PatternException"
    case .malformedPhoneNumber, .unknownCountry: "PhoneNumberException"
    case .malformedImport, .importConflict: "ImportException"
    case .storeMissing, .storeExists, .storeUnreadable, .storeUnwritable, .storeDamaged, .storeTooNew,
      .storeBusy, .stateNotKept, .recordTooLarge, .damagedRecord:
      "StoreException"
    case .missingParameter, .invalidParameter, .serviceNotRun, .serviceStatus: "ServiceException"
    case .unknownNode, .malformedHost, .nodeShutDown: "NodeException"
    case .statisticsUnavailable: "StatisticsException"
    case .chatRefused: "ChatException"
    case .unknownInstance: "ServiceNotFoundException"
    case .malformedServiceID, .malformedRecord: "BadRequestException"
    case .unknownStorage, .unknownStorageKey, .malformedStorageKey, .storageTooLarge: "StorageException"
    default: "ConfigurationException"
    }
  }

  /// The HTTP status.
  public var status: Int {
    switch code {
    case .notPermitted: 403
    case .serviceStatus: answeredStatus ?? 500
    case .serviceNotRun: 501
    case .nodeShutDown, .chatRefused, .statisticsUnavailable: 503
    case .serviceExists, .serviceInUse, .groupInUse, .storeExists, .importConflict, .ambiguousCall,
      .resourceGroupExists, .templateExists, .templateIsShipped, .templateInUse,
      .accountInUse:
      409
    // The caller did nothing wrong: there is nothing to give out just now.
    case .emptyResourceGroup, .numbersExhausted, .codesExhausted: 503
    default:
      switch category {
      case .refused, .malformed: 400
      case .notFound: 404
      case .busy: 503
      case .unusableStore: 500
      }
    }
  }

  /// The phrase that goes with the status.
  public var phrase: String { GMSPhrase.of(status: status) }

  /// The status that a service answered, where that is what the error tells.
  private var answeredStatus: Int? {
    facts.first { $0.name == "status" }?.value.integerValue.map(Int.init(clamping:))
  }
}
