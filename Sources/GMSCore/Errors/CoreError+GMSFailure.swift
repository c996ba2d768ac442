/// The face of GMSCore's errors. Codes are open, so a code that is not named here counts as a refusal.
extension CoreError: GMSFailure {
  /// The stable name of what went wrong, such as `unknown-service`.
  public var failureCode: String { code.rawValue }

  /// The kind of failure: a bad value is a refusal, a name that leads nowhere is not found.
  ///
  /// An option that refers to something missing is a refusal, not "not found": what the caller named exists.
  public var category: FailureCategory {
    switch code {
    case .unknownService, .unknownTemplate, .unknownScenario, .optionNotSet, .unknownPatternGroup,
      .unknownPattern:
      .notFound
    case .storeBusy: .busy
    case .storeMissing, .storeUnreadable, .storeUnwritable, .storeDamaged, .storeTooNew: .unusableStore
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
    case .unknownTemplate, .unknownScenario: "TemplateNotFoundException"
    case .malformedJSON: "JSONException"
    case .malformedPattern, .unsupportedPattern, .patternTooLarge, .malformedPatternName,
      .unknownPatternGroup, .unknownPattern, .patternGroupInUse:
      "PatternException"
    case .malformedPhoneNumber, .unknownCountry: "PhoneNumberException"
    case .malformedImport, .importConflict: "ImportException"
    case .storeMissing, .storeExists, .storeUnreadable, .storeUnwritable, .storeDamaged, .storeTooNew,
      .storeBusy, .stateNotKept, .recordTooLarge:
      "StoreException"
    default: "ConfigurationException"
    }
  }

  /// The HTTP status.
  public var status: Int {
    switch code {
    case .serviceExists, .serviceInUse, .storeExists, .importConflict, .patternGroupInUse: 409
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
}
