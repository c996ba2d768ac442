import GMSCore

/// The rules about the queue.
extension RequestRules {
  static let inQueueStates = Set(CallbackState.Name.inQueue.map(\.rawValue))

  /// `_enable_in_queue_checking`: how many callbacks in queue one number may have.
  ///
  /// It is asked for at-once requests and for desired times alike, as GMS documents. GMS does not document
  /// the rest: what is in queue are the states of ``CallbackState/Name/inQueue``, so callbacks that are
  /// SCHEDULED, which have no place in line yet, do not count, and neither do those that an agent is
  /// connected to. Numbers are compared without their punctuation, and each service counts its own.
  ///
  /// - Complexity: O(k) in the callbacks that the store holds for the number; none is decoded.
  func checkInQueue(_ request: JudgedRequest) throws -> RuleVerdict {
    guard let limit = limits.inQueue.limit else { return .notAsked(.off) }
    guard let customer = request.customer else { return .notAsked(.noNumber) }
    guard request.isNew(Callback.numberKey) else { return .notAsked(.unchanged) }
    var query = RecordQuery(
      .callback,
      services: limits.services,
      states: RequestRules.inQueueStates,
      customer: customer
    )
    query.limit = explains ? nil : limit
    let count = try reader.count(query)
    guard count >= limit else { return .passes(.inQueue(count)) }
    query.limit = nil
    let found = try reader.count(query)
    // An importer may have brought thousands; a refusal is read by a person.
    query.limit = 10
    throw CallbackError.alreadyInQueue(
      try reader.records(query).map(\.id),
      found: found,
      limit: limit,
      option: "_enable_in_queue_checking",
      value: limits.inQueue.rawValue
    )
  }

  /// `_max_queued_callbacks_per_service`, for requests for at once.
  ///
  /// Counted is the whole queue of the service, also those that waited for their time: a place in line is a
  /// place in line. The service's own value holds; without it that of `max_queued_callbacks_per_service` in
  /// the section `callback`; without both the template's default. GMS does not document which one wins.
  ///
  /// - Complexity: O(log n).
  func checkMaxQueued(_ request: JudgedRequest) throws -> RuleVerdict {
    guard request.changed == nil else { return .notAsked(.change) }
    guard request.desired == nil else { return .notAsked(.forLater) }
    let (option, limit) = try maxQueued()
    let count = try reader.count(
      RecordQuery(.callback, services: limits.services, states: RequestRules.inQueueStates)
    )
    guard count >= limit else { return .passes(.inQueue(count)) }
    throw CallbackError.queueFull(limits.service, found: count, limit: limit, option: option)
  }

  /// The option that limits the queue, and its value.
  func maxQueued() throws -> (option: String, limit: Int) {
    if let own = limits.maxQueued { return (RequestLimits.maxQueuedOption, own) }
    let option = "max_queued_callbacks_per_service"
    guard let text = try reader.section("callback")?[option], !text.isEmpty else {
      return (RequestLimits.maxQueuedOption, limits.defaultMaxQueued)
    }
    guard text.utf8.first != UInt8(ascii: "+"), let limit = Int(text), limit >= 0 else {
      throw CoreError(
        .invalidOption,
        ["section": "callback", "option": option, "value": text, "accepted": "a whole number of 0 or more"]
      )
    }
    return (option, limit)
  }
}
