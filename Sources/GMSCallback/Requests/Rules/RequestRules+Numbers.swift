import GMSCore

/// The rules about the customer's number.
extension RequestRules {
  /// `_disallow_impossible_phone_numbers`.
  func checkPossibleNumber(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    guard limits.refusesImpossibleNumbers else { return .notAsked(.off) }
    // A number that is given and empty is no number either.
    guard request.parameters[Callback.numberKey] != nil else { return .notAsked(.noNumber) }
    guard let number = request.number, number.isPossible else {
      throw refusal(
        .impossibleNumber,
        of: request.number?.typed ?? "",
        by: "_disallow_impossible_phone_numbers",
        expected: "3 to 15 digits, with or without punctuation"
      )
    }
    return .passes(.digits(number.normalised.utf8.count))
  }

  /// `_disallow_premium_phone_numbers`.
  func checkPremiumNumber(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    guard limits.refusesPremiumNumbers else { return .notAsked(.off) }
    guard let number = request.number else { return .notAsked(.noNumber) }
    guard number.isPremium(inCountry: limits.country) else { return .passes(.nothing) }
    throw refusal(
      .premiumNumber,
      of: number.typed,
      by: "_disallow_premium_phone_numbers",
      expected: "a number that costs its caller nothing extra"
    )
  }

  /// A number that an option refuses; it stands in the fact `number` and in no sentence.
  private func refusal(
    _ code: CallbackError.Code,
    of number: String,
    by option: String,
    expected: String
  ) -> CallbackError {
    CallbackError(
      code,
      ["option": option, "value": service[option] ?? "", "number": number, "expected": expected]
    )
  }

  /// `_exceptions`: numbers that the service does not call.
  ///
  /// The group is read and made ready once for a configuration, whatever the number of requests.
  ///
  /// - Throws: also `CoreError` about the group, such as `unknownPatternGroup`.
  func checkExceptions(_ request: JudgedRequest) throws -> RuleVerdict {
    guard let group = limits.exceptions else { return .notAsked(.notSet) }
    guard let number = request.number else { return .notAsked(.noNumber) }
    // It follows from more than the service, so it is kept beside the configuration that has the group.
    let exceptions = try ServiceCalendars(reader, zones: zones).kept(of: service) {
      NumberExceptions(try PatternGroup(group, in: reader.configuration()))
    }
    guard let pattern = exceptions.match(number.typed) else { return .passes(.nothing) }
    throw CallbackError(
      .numberExcepted,
      [
        "option": "_exceptions", "value": group, "group": group, "pattern": pattern,
        "expected": "a number that matches no pattern of the group",
      ]
    )
  }
}
