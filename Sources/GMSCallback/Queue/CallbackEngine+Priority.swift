import GMSCore

extension CallbackEngine {
  /// The priority of a callback: its service's `_urs_priority`, else the request's, else 0.
  ///
  /// GMS shows a callback's priority and documents no way to give it one; the option and the parameter are ours. As
  /// with the virtual queue, one who asks does not change what the service sets.
  ///
  /// - Parameters:
  ///   - service: The callback service, as the request sees it.
  ///   - parameters: All parameters that the callback will have.
  ///   - given: Those that the request brings.
  /// - Returns: The priority; higher is served first.
  /// - Throws: `CallbackError` with code `invalidParameter` for a priority that the service sets otherwise, or that is
  ///   none; `CoreError` with code `invalidOption`.
  static func priority(
    _ service: ConfiguredService,
    _ parameters: Options,
    given: Options
  ) throws -> Int {
    let name = "_urs_priority"
    if let configured = service.options[name], !configured.isEmpty {
      if let requested = given[name], !requested.isEmpty, requested != configured {
        throw CallbackError(
          .invalidParameter,
          [
            "parameter": name, "value": requested, "option": name,
            "expected": "no '\(name)', because the service sets '\(configured)'",
          ]
        )
      }
      return try service.integer(name)
    }
    guard let requested = parameters[name], !requested.isEmpty else { return 0 }
    guard let priority = Int(requested), priorities.contains(priority) else {
      throw CallbackError(
        .invalidParameter,
        [
          "parameter": name, "value": requested,
          "expected": "a whole number from \(priorities.lowerBound) to \(priorities.upperBound)",
        ]
      )
    }
    return priority
  }

  /// The priorities that there are.
  private static let priorities = -1_000_000...1_000_000
}
