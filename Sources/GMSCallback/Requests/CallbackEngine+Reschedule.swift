#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Moves a callback to another time, changes its parameters, or both.
  ///
  /// A SCHEDULED callback is changed. Of a COMPLETED one a new callback is made, with its parameters merged with the
  /// given ones and the old id in `_orig_service_id`; the old record stays as it is. Any other state is refused.
  ///
  /// - Parameters:
  ///   - id: The callback.
  ///   - desired: The new desired time; nil for the old one. Where a COMPLETED callback's is over, the new one is for at
  ///     once; GMS does not document that.
  ///   - parameters: Parameters to set; one that is set to "" is taken away.
  ///   - context: What the request is given.
  /// - Returns: The changed callback, or the new one.
  /// - Throws: `CallbackError` with code `unknownCallback`, `notReschedulable`, or as a start request.
  @discardableResult
  public func reschedule(
    _ id: String,
    to desired: Date? = nil,
    parameters: Options = [:],
    _ context: RequestContext
  ) throws -> Callback {
    try store.write(context.change) { writer in
      var callback = try callback(id, for: .reschedule, writer)
      try Node.requireRunning(context.node, writer)
      let merged = Options(callback.properties).overlaid(with: parameters)
      let service = try service(service(callback.service, writer), for: merged)
      let policy = try CallbackPolicy(service)
      var rules = try RequestRules(service, writer, zones: zones, now: context.now)
      var trail: RuleTrail?
      switch callback.state {
      case .scheduled:
        try rules.check(
          JudgedRequest(change: callback, to: merged, given: parameters, desired: desired),
          explaining: &trail
        )
        if let desired {
          try callback.apply(.rescheduled(desired: desired), at: context.now, policy: policy)
        }
        callback.merge(parameters.dictionary)
        callback.prioritise(try CallbackEngine.priority(service, merged, given: parameters))
        try steps(context, writer).submitIfDue(&callback, at: context.now, policy: policy)
        return callback
      case .completed:
        var again = merged
        again["_orig_service_id"] = callback.id.text
        // Without a new time the old one stays; one that is over can only mean at once.
        let desired = desired ?? (callback.desired > context.now ? callback.desired : nil)
        try rules.check(
          JudgedRequest(new: again, given: parameters, desired: desired),
          explaining: &trail
        )
        var new = try newCallback(
          service,
          desired: desired ?? context.now,
          parameters: again,
          given: parameters,
          context,
          sequence: writer.sequence
        )
        try steps(context, writer).begin(&new, at: context.now, policy: policy)
        return new
      case .queued, .routing, .processing, .paused:
        throw CallbackError(
          .notReschedulable,
          ["id": id, "state": callback.state.name.rawValue, "expected": "SCHEDULED or COMPLETED"]
        )
      }
    }
  }
}

extension Options {
  /// These options with others over them; one that is set to "" is taken away.
  func overlaid(with others: Options) -> Options {
    var result = self
    for (name, value) in others.sorted { result[name] = value.isEmpty ? nil : value }
    return result
  }
}
