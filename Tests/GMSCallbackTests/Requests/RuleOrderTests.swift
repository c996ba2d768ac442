import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The order of the rules: of two that refuse one request, the earlier one tells.
struct RuleOrderTests {
  /// What makes a rule refuse, and nothing else.
  struct Breach: CustomTestStringConvertible, Sendable {
    let rule: RequestRule
    /// What the refusal tells: the option, nil for a rule without one; its value, or that of a parameter; and what
    /// would be accepted.
    let facts: (option: String?, value: String?, expected: String)
    var options: Options = [:]
    var number: String?
    var parameters: Options = [:]
    /// Minutes from now, for a rule that only a desired time breaks.
    var minutes: Int?
    /// Whether only a request for at once breaks it.
    var isForNow = false
    var testDescription: String { rule.rawValue }
  }

  static let breaches = [
    Breach(
      rule: .parameters,
      facts: (nil, "1", "no '_id': the engine sets it itself"),
      parameters: ["_id": "1"]
    ),
    Breach(
      rule: .mandatoryKeys,
      facts: ("_mandatory_customer_lookup_keys", "_customer_number,account", "a value for 'account'"),
      options: ["_mandatory_customer_lookup_keys": "_customer_number,account"]
    ),
    Breach(
      rule: .possibleNumber,
      facts: (
        "_disallow_impossible_phone_numbers", "true", "3 to 15 digits, with or without punctuation"
      ),
      number: "call me"
    ),
    Breach(
      rule: .premiumNumber,
      facts: ("_disallow_premium_phone_numbers", "true", "a number that costs its caller nothing extra"),
      number: "9005550100"
    ),
    Breach(
      rule: .numberExceptions,
      facts: ("_exceptions", "all", "a number that matches no pattern of the group"),
      options: ["_exceptions": "all"]
    ),
    Breach(
      rule: .virtualQueue,
      // The value is the parameter's, as in every refusal of a parameter.
      facts: (
        "_urs_virtual_queue", "VQ2", "no '_urs_virtual_queue', because the service sets 'VQ'"
      ),
      options: ["_urs_virtual_queue": "VQ"],
      parameters: ["_urs_virtual_queue": "VQ2"]
    ),
    Breach(
      rule: .notPast,
      facts: (nil, "2025-01-06T13:59:00.000Z", "a time at or after 2025-01-06T14:00:00.000Z"),
      minutes: -1
    ),
    Breach(
      rule: .notTooFar,
      facts: ("_reject_future_desired_time", "1M", "a time at or before 2025-02-06T14:00:00.000Z"),
      minutes: 60 * 24 * 40
    ),
    // Nobody can have fewer than none, so the number has one in queue already.
    Breach(
      rule: .inQueue,
      facts: (
        "_enable_in_queue_checking", "strict", "a request once the customer has no callback in queue"
      ),
      options: ["_enable_in_queue_checking": "strict"]
    ),
    Breach(
      rule: .maxQueued,
      facts: ("_max_queued_callbacks_per_service", "0", "a request for a desired time"),
      options: ["_max_queued_callbacks_per_service": "0"],
      isForNow: true
    ),
    Breach(
      rule: .throttle1,
      facts: ("_throttle_callbacks_per_service_1", "0", "no request as long as the limit is 0"),
      options: ["_throttle_callbacks_per_service_1": "0"]
    ),
    Breach(
      rule: .throttle2,
      facts: ("_throttle_callbacks_per_service_2", "0", "no request as long as the limit is 0"),
      options: ["_throttle_callbacks_per_service_2": "0"]
    ),
    Breach(
      rule: .throttledValues,
      facts: ("_throttle_request_parameters_limit", "0", "a request without '_customer_number'"),
      options: ["_throttle_request_parameters_limit": "0"]
    ),
    Breach(
      rule: .officeHours,
      facts: (
        "_business_hours_service", "Closed", "a time in a slot that begins in the office hours 'Closed'"
      ),
      options: ["_business_hours_service": "Closed"],
      minutes: 60
    ),
    Breach(
      rule: .capacity,
      facts: ("_max_request_by_time_bucket", "0", "a time in a slot with a place left"),
      options: ["_max_request_by_time_bucket": "0"],
      minutes: 60
    ),
    Breach(
      rule: .openNow,
      facts: (
        "_enable_reject_out_of_office_hours", "true",
        "a request in the office hours 'Closed', or one for a desired time"
      ),
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

  @Test("each rule can refuse alone, and tells who it is and what would be accepted", arguments: breaches)
  func alone(_ breach: Breach) throws {
    let trail = try trail([breach])
    let entry = try #require(trail.entries.first { $0.answer == .refuses })
    #expect(entry.rule == breach.rule)
    let refusal = try #require(trail.refusal)
    #expect(refusal["rule"] == breach.rule.rawValue)
    #expect(refusal.facts.filter { $0.name == "rule" }.count == 1)
    #expect(refusal["option"] == breach.facts.option)
    #expect(refusal["value"] == breach.facts.value)
    #expect(refusal["expected"] == breach.facts.expected)
    if let option = breach.facts.option {
      #expect(entry.option == option, "the trail names the same")
    } else {
      #expect(refusal["parameter"] != nil, "what no option sets is about a parameter")
    }
    if let number = breach.number {
      #expect(refusal["number"] == number)
      #expect(!refusal.description.contains(number))
    }
  }

  /// A limit that more than one can reach: how many requests came before, and what the refusal says.
  struct Wait: CustomTestStringConvertible, Sendable {
    let rule: RequestRule
    let options: Options
    let earlier: Int
    let expected: String
    var testDescription: String { rule.rawValue }
  }

  private static let later = "a request from 2025-01-06T14:05:00.000Z on"

  @Test(
    "a refusal that ends with time says when, or what else would be accepted",
    arguments: [
      Wait(
        rule: .inQueue,
        options: ["_enable_in_queue_checking": "true"],
        earlier: 2,
        expected: "a request once the customer has fewer than 2 callbacks in queue"
      ),
      Wait(
        rule: .maxQueued,
        options: ["_max_queued_callbacks_per_service": "1"],
        earlier: 1,
        expected: "a request for a desired time, or one once the service has no callback in queue"
      ),
      Wait(
        rule: .maxQueued,
        options: ["_max_queued_callbacks_per_service": "2", "_enable_in_queue_checking": "false"],
        earlier: 2,
        expected: "a request for a desired time, or one once the service has fewer than 2 callbacks in queue"
      ),
      Wait(
        rule: .throttle1,
        options: ["_throttle_callbacks_per_service_1": "1"],
        earlier: 1,
        expected: later
      ),
      Wait(
        rule: .throttle2,
        options: ["_throttle_callbacks_per_service_2": "1"],
        earlier: 1,
        expected: "a request from 2025-01-06T15:00:00.000Z on"
      ),
      Wait(
        rule: .throttledValues,
        options: ["_throttle_request_parameters_limit": "1"],
        earlier: 1,
        expected: "a request from 2025-01-07T14:00:00.000Z on, or another '_customer_number'"
      ),
    ]
  )
  func waits(_ wait: Wait) throws {
    let company = try LimitCompany(wait.options)
    for _ in 0..<wait.earlier { try company.start("5115") }
    let error = try #require(try company.refusal { try company.start("5115") })
    #expect(error["rule"] == wait.rule.rawValue)
    #expect(error["expected"] == wait.expected)
  }

  @Test("what is refused for its size says what size is taken")
  func sizes() throws {
    let company = try LimitCompany()
    func expected(_ parameters: Options) throws -> String? {
      let error = try #require(try company.refusal { try company.start("5115", parameters) })
      #expect(error["rule"] == "parameters")
      return error["expected"]
    }
    func text(_ count: Int) -> String { String(repeating: "x", count: count) }
    #expect(try expected([text(201): "a"]) == "a name of at most 200 bytes")
    #expect(try expected(["a": text(65_537)]) == "a value of at most 65536 bytes")
    let many = Options(Dictionary(uniqueKeysWithValues: (0..<500).map { ("p\($0)", "a") }))
    #expect(try expected(many) == "at most 500 parameters")
    let large = Options(Dictionary(uniqueKeysWithValues: (0..<5).map { ("p\($0)", text(60_000)) }))
    #expect(try expected(large) == "at most 262144 bytes in all its parameters")
  }

  @Test("a change is refused by name too")
  func change() throws {
    let company = try LimitCompany()
    let now = LimitCompany.monday
    let callback = try company.start("5115", at: now + Minutes(60))
    let error = try company.refusal {
      try company.engine.reschedule(callback.id.text, to: now + Minutes(-1), company.context(now))
    }
    #expect(error?["rule"] == "not-past")
    #expect(error?["parameter"] == "_desired_time")
    #expect(error?["option"] == nil)
  }

  @Test("a service without office hours refuses by the rule that needs them")
  func noOfficeHours() throws {
    let company = try LimitCompany(["_business_hours_service": ""])
    let error = try company.refusal { try company.start("5115", at: LimitCompany.monday + Minutes(60)) }
    #expect(error?.code == .missingOfficeHours)
    #expect(error?["rule"] == "office-hours")
    #expect(error?["option"] == "_business_hours_service")
    #expect(error?["expected"] == "the name of an office-hours service")
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
