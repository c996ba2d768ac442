import GMSCalendar
import GMSCore

/// The rules about the parameters themselves.
extension RequestRules {
  /// Names that can be kept and that are the request's to give, values that can be kept, and none of it too
  /// large.
  ///
  /// Names are of printable characters. Values may have line breaks and tabs, and no other control character:
  /// they end in lines of text, on agents' desktops and in terminals. GMS does not document what it takes.
  func checkParameters(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    for (name, value) in request.given.dictionary where !RequestRules.isPlain(name, value) {
      // Which of several faults is told must not depend on the order of a dictionary.
      try checkNames(request.given)
      break
    }
    try StatusSubscription.check(request.given)
    let all = request.parameters
    guard all.count <= RequestSize.parameters else {
      throw .tooLarge(size: all.count, limit: RequestSize.parameters, unit: "parameters")
    }
    let bytes = all.dictionary.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard bytes <= RequestSize.total else {
      throw .tooLarge(size: bytes, limit: RequestSize.total, unit: "bytes in all its parameters")
    }
    return .passes(.parameters(count: all.count, bytes: bytes))
  }

  /// Whether neither can be wrong: short printable ASCII, and no name of the engine's.
  private static func isPlain(_ name: String, _ value: String) -> Bool {
    !name.isEmpty && name.utf8.count <= RequestSize.name
      && name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && value.utf8.count <= RequestSize.value && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && !CallbackEngine.reservedParameters.contains(name)
  }

  private func checkNames(_ parameters: Options) throws(CallbackError) {
    for (name, value) in parameters.sorted {
      guard name.utf8.count <= RequestSize.name else {
        throw .tooLarge(name: name, size: name.utf8.count, limit: RequestSize.name)
      }
      guard !name.isEmpty, name.unicodeScalars.allSatisfy(RequestRules.isPrintable) else {
        throw .invalid(name, value, "a name of printable characters")
      }
      guard value.utf8.count <= RequestSize.value else {
        throw .tooLarge(valueOf: name, size: value.utf8.count, limit: RequestSize.value)
      }
      guard value.unicodeScalars.allSatisfy(RequestRules.canStandInValue) else {
        throw .invalid(name, value, "text without control characters other than line breaks and tabs")
      }
      if CallbackEngine.reservedParameters.contains(name) {
        throw .invalid(name, value, "no '\(name)': the engine sets it itself")
      }
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    // Not an enum of ours: new categories of Unicode would be printable ones.
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  static func canStandInValue(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar.properties.generalCategory != .control
  }

  /// `_mandatory_customer_lookup_keys`: parameters that every request must bring.
  ///
  /// `_desired_time` is no parameter here: a request with a desired time brings it, and so does every change,
  /// since a SCHEDULED callback has one.
  func checkMandatoryKeys(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    for key in limits.mandatoryKeys where (request.parameters[key] ?? "").isEmpty {
      if key == "_desired_time", request.desired != nil || request.changed != nil { continue }
      throw CallbackError(
        .missingParameter,
        [
          "parameter": key, "option": "_mandatory_customer_lookup_keys",
          "value": service["_mandatory_customer_lookup_keys"] ?? "", "expected": "a value for '\(key)'",
        ]
      )
    }
    return limits.mandatoryKeys.isEmpty ? .notAsked(.notSet) : .passes(.given(limits.mandatoryKeys.count))
  }

  /// `_urs_virtual_queue` may be given by the service or by the request, not by both.
  func checkVirtualQueue(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    guard let requested = request.parameters["_urs_virtual_queue"], let configured = limits.virtualQueue
    else {
      return .passes(.nothing)
    }
    throw CallbackError(
      .invalidParameter,
      [
        "parameter": "_urs_virtual_queue", "value": requested, "option": "_urs_virtual_queue",
        "expected": "no '_urs_virtual_queue', because the service sets '\(configured)'",
      ]
    )
  }
}

extension CallbackError {
  fileprivate static func invalid(_ parameter: String, _ value: String, _ expected: String) -> CallbackError {
    CallbackError(
      .invalidParameter,
      ["parameter": Quotation.clip(parameter), "value": Quotation.clip(value), "expected": expected]
    )
  }
}
