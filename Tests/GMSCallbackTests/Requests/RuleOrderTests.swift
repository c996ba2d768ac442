import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The order of the rules: of two that refuse one request, the earlier one tells.
struct RuleOrderTests {
  /// What makes a rule refuse, and nothing else.
  struct Breach: Sendable {
    let rule: RequestRule
    var options: Options = [:]
    var number: String?
    var parameters: Options = [:]
    /// Minutes from now, for a rule that only a desired time breaks.
    var minutes: Int?
    /// Whether only a request for at once breaks it.
    var isForNow = false
  }

  static let breaches = [
    Breach(rule: .parameters, parameters: ["_id": "1"]),
    Breach(rule: .mandatoryKeys, options: ["_mandatory_customer_lookup_keys": "_customer_number,account"]),
    Breach(rule: .possibleNumber, number: "call me"),
    Breach(rule: .premiumNumber, number: "9005550100"),
    Breach(rule: .numberExceptions, options: ["_exceptions": "all"]),
    Breach(
      rule: .virtualQueue,
      options: ["_urs_virtual_queue": "VQ"],
      parameters: ["_urs_virtual_queue": "VQ2"]
    ),
    Breach(rule: .notPast, minutes: -1),
    Breach(rule: .notTooFar, minutes: 60 * 24 * 40),
    // Nobody can have fewer than none, so the number has one in queue already.
    Breach(rule: .inQueue, options: ["_enable_in_queue_checking": "strict"]),
    Breach(rule: .maxQueued, options: ["_max_queued_callbacks_per_service": "0"], isForNow: true),
    Breach(rule: .throttle1, options: ["_throttle_callbacks_per_service_1": "0"]),
    Breach(rule: .throttle2, options: ["_throttle_callbacks_per_service_2": "0"]),
    Breach(rule: .throttledValues, options: ["_throttle_request_parameters_limit": "0"]),
    Breach(rule: .officeHours, options: ["_business_hours_service": "Closed"], minutes: 60),
    Breach(rule: .capacity, options: ["_max_request_by_time_bucket": "0"], minutes: 60),
    Breach(
      rule: .openNow,
      options: ["_enable_reject_out_of_office_hours": "true", "_business_hours_service": "Closed"],
      isForNow: true
    ),
  ]

  struct Pair: CustomTestStringConvertible, Sendable {
    let first: Breach
    let second: Breach
    var testDescription: String { "\(first.rule.rawValue) before \(second.rule.rawValue)" }
  }

  /// All pairs that one request can break; two numbers, or a time that is over and too far, are none.
  static let pairs: [Pair] = breaches.indices.flatMap { first in
    breaches.indices.dropFirst(first + 1).compactMap { second -> Pair? in
      let (one, other) = (breaches[first], breaches[second])
      if one.number != nil, other.number != nil { return nil }
      if one.isForNow && other.minutes != nil || other.isForNow && one.minutes != nil { return nil }
      if one.rule == .notPast, other.rule == .notTooFar { return nil }
      return Pair(first: one, second: other)
    }
  }

  private func company(_ breaches: [Breach], number: String) throws -> LimitCompany {
    let company = try LimitCompany([
      "_disallow_impossible_phone_numbers": "false", "_disallow_premium_phone_numbers": "false",
    ])
    try company.start(number)
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.patterns["all"] = ["all": ".*"]
      configuration.services["Closed"] = configuration.services["Office"]
      configuration.services["Closed"]?["_bh_regular1"] = nil
      configuration.services["Closed"]?["_bh_add1"] = "2020-01-01 09:00-10:00"
      configuration.services["support"]?["_disallow_impossible_phone_numbers"] = nil
      configuration.services["support"]?["_disallow_premium_phone_numbers"] = nil
      for breach in breaches {
        for (name, value) in breach.options.sorted { configuration.services["support"]?[name] = value }
      }
      try writer.setConfiguration(configuration)
    }
    return company
  }

  private func trail(_ breaches: [Breach]) throws -> RuleTrail {
    let number = breaches.compactMap(\.number).first ?? "5115"
    let company = try company(breaches, number: number)
    var parameters = Options()
    for breach in breaches {
      for (name, value) in breach.parameters.sorted { parameters[name] = value }
    }
    let minutes = breaches.compactMap(\.minutes)
    let request = StartRequest(
      "support",
      customerNumber: number,
      at: (minutes.first { $0 != 60 } ?? minutes.first).map { LimitCompany.monday + Minutes($0) },
      parameters: parameters
    )
    let before = try company.contents()
    var trail = RuleTrail()
    let error = #expect(throws: CallbackError.self) {
      try company.engine.start(request, explaining: &trail, company.context(LimitCompany.monday))
    }
    #expect(try company.contents() == before)
    #expect(trail.refusal == error)
    #expect(try company.engine.explain(request, company.context(LimitCompany.monday)) == trail)
    return trail
  }

  @Test("each rule can refuse alone", arguments: breaches.map(\.rule))
  func alone(_ rule: RequestRule) throws {
    let trail = try trail(Self.breaches.filter { $0.rule == rule })
    #expect(trail.entries.first { $0.answer == .refuses }?.rule == rule)
  }

  @Test("there is a breach of every rule, in the order of the rules")
  func complete() { #expect(Self.breaches.map(\.rule) == RequestRule.allCases) }

  @Test("of two rules that refuse, the earlier one tells", arguments: pairs)
  func order(_ pair: Pair) throws {
    let trail = try trail([pair.first, pair.second])
    let refusing = trail.entries.filter { $0.answer == .refuses }.map(\.rule)
    #expect(refusing == [pair.first.rule])
    #expect(trail.entries.map(\.rule) == RequestRule.allCases)
    let later = trail.entries.drop { $0.answer != .refuses }.dropFirst()
    #expect(later.allSatisfy { $0.answer == .notAsked })
    #expect(later.allSatisfy { $0.because == "'\(pair.first.rule.rawValue)' refused before" })
    #expect(!trail.isAccepted)
  }
}
