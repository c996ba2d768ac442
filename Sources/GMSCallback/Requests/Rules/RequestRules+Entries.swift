import GMSCore

/// What a trail tells of each rule.
extension RequestRules {
  func entry(_ rule: RequestRule, _ verdict: RuleVerdict) -> RuleTrail.Entry {
    switch verdict {
    case .passes(let finding): entry(rule, found: finding.words, .passes, because: nil)
    case .notAsked(let reason): entry(rule, found: nil, .notAsked, because: reason.words)
    }
  }

  func entry(_ rule: RequestRule, refusedBy error: CallbackError) -> RuleTrail.Entry {
    entry(rule, found: finding(rule, error)?.words, .refuses, because: error.description)
  }

  /// What a rule found that made it refuse, in the words that it has for what lets requests pass.
  private func finding(_ rule: RequestRule, _ error: CallbackError) -> RuleFinding? {
    let found = error.found.map { Int($0) }
    return switch rule {
    case .inQueue, .maxQueued: found.map { .inQueue($0) }
    case .throttle1: found.map { .requests($0, seconds: limits.throttles[0].seconds) }
    case .throttle2: found.map { .requests($0, seconds: limits.throttles[1].seconds) }
    case .throttledValues: found.map { .perValue([(error["parameter"] ?? "", $0)]) }
    case .capacity: found.map { .booked($0) }
    case .parameters, .mandatoryKeys, .possibleNumber, .premiumNumber, .numberExceptions, .virtualQueue,
      .notPast,
      .notTooFar, .officeHours, .openNow:
      nil
    }
  }

  private func entry(
    _ rule: RequestRule,
    found: String?,
    _ answer: RuleTrail.Answer,
    because: String?
  ) -> RuleTrail.Entry {
    let option = option(of: rule)
    return RuleTrail.Entry(
      rule: rule,
      option: option?.name,
      value: option?.value,
      limit: option?.limit,
      found: found,
      answer: answer,
      because: because
    )
  }

  /// The option that sets a rule, the value that it has, and the number that it stands for.
  private func option(of rule: RequestRule) -> (name: String, value: String?, limit: Int?)? {
    func plain(_ name: String) -> (name: String, value: String?, limit: Int?) { (name, service[name], nil) }
    func counted(_ throttle: RequestThrottle) -> (name: String, value: String?, limit: Int?) {
      (throttle.option, "\(throttle.limit)", throttle.limit)
    }
    switch rule {
    case .parameters, .notPast: return nil
    case .mandatoryKeys: return plain("_mandatory_customer_lookup_keys")
    case .possibleNumber: return plain("_disallow_impossible_phone_numbers")
    case .premiumNumber: return plain("_disallow_premium_phone_numbers")
    case .numberExceptions: return plain("_exceptions")
    case .virtualQueue: return plain("_urs_virtual_queue")
    case .notTooFar: return plain("_reject_future_desired_time")
    case .inQueue: return ("_enable_in_queue_checking", limits.inQueue.rawValue, limits.inQueue.limit)
    case .maxQueued:
      // An odd value of the section was refused when the rule was asked; where it was not, nobody may trip
      // over it.
      guard let (name, limit) = try? maxQueued() else { return plain(RequestLimits.maxQueuedOption) }
      return (name, "\(limit)", limit)
    case .throttle1: return counted(limits.throttles[0])
    case .throttle2: return counted(limits.throttles[1])
    case .throttledValues: return counted(limits.perValue)
    case .officeHours: return plain("_business_hours_service")
    case .capacity:
      if let name = service["_capacity_service"] { return ("_capacity_service", name, nil) }
      let name = "_max_request_by_time_bucket"
      return (name, service[name], service[name].flatMap { Int($0) })
    case .openNow: return plain("_enable_reject_out_of_office_hours")
    }
  }
}
