import GMSCalendar

// Requests: facts `service`, `parameter`, `value`, `accepted`, `suggestion`.
extension CoreError.Code {
  /// A parameter that the request must bring and does not.
  public static let missingParameter = CoreError.Code(rawValue: "missing-parameter")
  /// A parameter whose value cannot be taken.
  public static let invalidParameter = CoreError.Code(rawValue: "invalid-parameter")
  /// A service whose template has no behaviour here; facts `service`, `template`, `accepted`.
  public static let serviceNotRun = CoreError.Code(rawValue: "service-not-run")
  /// A service that answered a status other than 200, told as an error; facts `service`, `status`.
  public static let serviceStatus = CoreError.Code(rawValue: "service-status")

  /// All codes of this file, in order.
  package static let requestCodes: [CoreError.Code] = [
    .missingParameter, .invalidParameter, .serviceNotRun, .serviceStatus,
  ]
}

/// The doors for errors about requests, so that their facts have the same names and order everywhere.
extension CoreError {
  /// A parameter that the request does not bring.
  static func missingParameter(_ parameter: String, of service: String, accepted: String) -> CoreError {
    CoreError(
      .missingParameter,
      ["service": service, "parameter": parameter, "accepted": accepted]
    )
  }

  /// A parameter whose value cannot be taken.
  static func invalidParameter(
    _ parameter: String,
    of service: String,
    value: String,
    accepted: String,
    suggestion: String? = nil
  ) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("service", .string(service)), .init("parameter", .string(parameter)),
      .init("value", .string(value)), .init("accepted", .string(accepted)),
    ]
    if let suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    return CoreError(.invalidParameter, facts)
  }

  /// A parameter that a calendar refuses; the calendar's code and sentence become facts.
  static func invalidParameter(
    _ parameter: String,
    of service: String,
    value: String,
    because error: CalendarError
  ) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("service", .string(service)), .init("parameter", .string(parameter)),
      .init("value", .string(value)), .init("cause", .string(error.code.rawValue)),
      .init("reason", .string(error.description)),
    ]
    if let suggestion = error.suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    return CoreError(.invalidParameter, facts)
  }

  /// A service that nothing here can run.
  static func serviceNotRun(_ service: ConfiguredService) -> CoreError {
    let names = DeskService.allCases.filter(\.isRun).map(\.rawValue)
    return CoreError(
      .serviceNotRun,
      [
        "service": service.name.text, "template": service.template.name,
        "accepted": names.joined(separator: ", "),
      ]
    )
  }
}
