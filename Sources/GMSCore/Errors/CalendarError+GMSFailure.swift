public import GMSCalendar

/// The face of GMSCalendar's errors, given here because GMSCalendar knows nothing of GMS's answers.
extension CalendarError: GMSFailure {
  /// The stable name of what went wrong, such as `malformed-hours`.
  public var failureCode: String { code.rawValue }

  /// Always a refusal: a calendar names nothing that a caller could look up.
  public var category: FailureCategory { .refused }

  /// `CapacityException` for a capacity above the maximum, as GMS documents it; else `CalendarException`.
  public var exceptionName: String {
    code == .capacityAboveMaximum ? "CapacityException" : "CalendarException"
  }

  /// 400; 500 where the machine's zone data is at fault and not the caller.
  public var status: Int {
    switch code {
    case .damagedZoneFile, .noZoneDatabase: 500
    default: 400
    }
  }

  /// `BAD_PARAMETER`, or `INTERNAL_ERROR` where the machine's zone data is at fault.
  public var phrase: String { GMSPhrase.of(status: status) }

  /// `value`, and where they are known `text`, `suggestion`, `detail` and `path`.
  ///
  /// The detail of a capacity above its maximum is that maximum, so it is named `maximum`.
  public var facts: [JSONValue.Member] {
    var facts = [JSONValue.Member("value", .string(value))]
    if let text { facts.append(.init("text", .string(text))) }
    if let suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    if let detail {
      facts.append(.init(code == .capacityAboveMaximum ? "maximum" : "detail", .string(detail)))
    }
    if !path.isEmpty { facts.append(.init("path", .array(path.map(JSONValue.string)))) }
    return facts
  }
}
