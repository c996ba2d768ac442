extension CoreError {
  /// A stable name for what is wrong; new ones may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String

    /// A code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }

    // Documents: facts `line`, `column`, `value`, `reason`.
    /// Text that is not JSON.
    public static let malformedJSON = Code(rawValue: "malformed-json")
    /// JSON or options text that is not a configuration.
    public static let malformedConfiguration = Code(rawValue: "malformed-configuration")

    // Services: facts `service`, `option`, `value`, `suggestion`, `accepted`.
    /// A service of a name that is not configured.
    public static let unknownService = Code(rawValue: "unknown-service")
    /// A service of a name that exists already.
    public static let serviceExists = Code(rawValue: "service-exists")
    /// Text that cannot name a service.
    public static let malformedServiceName = Code(rawValue: "malformed-service-name")
    /// A template that does not exist.
    public static let unknownTemplate = Code(rawValue: "unknown-template")
    /// An option whose name is not an identifier.
    public static let malformedOptionName = Code(rawValue: "malformed-option-name")
    /// An option whose value is not of the option's type or range.
    public static let invalidOption = Code(rawValue: "invalid-option")
    /// A mandatory option that is missing, or is being removed.
    public static let missingOption = Code(rawValue: "missing-option")
    /// An option that names a service or group that does not exist.
    public static let unknownReference = Code(rawValue: "unknown-reference")
    /// A service that others use and that therefore cannot go.
    public static let serviceInUse = Code(rawValue: "service-in-use")
    /// A service whose template cannot do what is asked.
    public static let wrongTemplate = Code(rawValue: "wrong-template")
    /// A scenario that the template does not have.
    public static let unknownScenario = Code(rawValue: "unknown-scenario")
    /// An option that is to be removed and is not set.
    public static let optionNotSet = Code(rawValue: "option-not-set")
    /// A token of an option's value for which the request has no parameter; fact `token`.
    public static let tokenWithoutValue = Code(rawValue: "token-without-value")
    /// Office hours that import themselves, directly or through others; fact `path`.
    public static let importCycle = Code(rawValue: "import-cycle")

    // Capacity: facts as for services, and `maximum`, `expected`, `other`.
    /// A capacity above the service's maximum.
    public static let capacityAboveMaximum = Code(rawValue: "capacity-above-maximum")
    /// A capacity whose JSON names another day than the option's name does.
    public static let capacityKeyMismatch = Code(rawValue: "capacity-key-mismatch")
    /// A weekday or date whose capacity two options give.
    public static let repeatedCapacity = Code(rawValue: "repeated-capacity")

    // Resource groups: facts `resource`, `value`, `other`.
    /// A group's number that cannot be an access number.
    public static let malformedNumber = Code(rawValue: "malformed-number")
    /// An access number that stands twice, in one group or in two.
    public static let repeatedNumber = Code(rawValue: "repeated-number")

    // Stores: facts `path`, `reason`, `pid`, `version`, `supported`, `line`, `repairable`.
    /// A store that does not exist.
    public static let storeMissing = Code(rawValue: "store-missing")
    /// A store that exists already.
    public static let storeExists = Code(rawValue: "store-exists")
    /// A store that cannot be read.
    public static let storeUnreadable = Code(rawValue: "store-unreadable")
    /// A store that cannot be written.
    public static let storeUnwritable = Code(rawValue: "store-unwritable")
    /// A store whose content is damaged.
    public static let storeDamaged = Code(rawValue: "store-damaged")
    /// A store written by a newer version.
    public static let storeTooNew = Code(rawValue: "store-too-new")
    /// An earlier state to which the store's log does not reach; facts `value`, `earliest`.
    public static let stateNotKept = Code(rawValue: "state-not-kept")
    /// A record that is longer than a store keeps; facts `id`, `value`, `maximum`.
    public static let recordTooLarge = Code(rawValue: "record-too-large")
    /// A store that another process holds.
    public static let storeBusy = Code(rawValue: "store-busy")

    // Imports: facts `line`, `value`, `reason`, `suggestion`, `cause`, `kind`, `firstLine`, `identical`.
    /// A line that cannot be imported.
    public static let malformedImport = Code(rawValue: "malformed-import")
    /// A line about something that exists already.
    public static let importConflict = Code(rawValue: "import-conflict")
  }
}

extension CoreError.Code {
  /// All codes, in order.
  package static let allCodes: [CoreError.Code] =
    [
      .malformedJSON, .malformedConfiguration,
      .unknownService, .serviceExists, .malformedServiceName, .unknownTemplate, .malformedOptionName,
      .invalidOption, .missingOption, .unknownReference, .serviceInUse, .wrongTemplate, .unknownScenario,
      .optionNotSet, .tokenWithoutValue, .importCycle,
      .capacityAboveMaximum, .capacityKeyMismatch, .repeatedCapacity,
      .malformedNumber, .repeatedNumber,
      .storeMissing, .storeExists, .storeUnreadable, .storeUnwritable, .storeDamaged, .storeTooNew,
      .stateNotKept, .recordTooLarge, .storeBusy, .malformedImport, .importConflict,
    ]
    + templateCodes + accountCodes + targetCodes + referenceCodes + patternCodes + phoneCodes + instanceCodes
    + requestCodes + nodeCodes + statisticsCodes + chatCodes + accessCodes + resourceCodes
    + listingCodes
}
