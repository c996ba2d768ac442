import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// What is told of each rule.
struct RuleTrailTests {
  let now = LimitCompany.monday

  /// A trail as lines: rule, option, value, limit, found, answer, because.
  private func lines(_ trail: RuleTrail) -> [String] {
    trail.entries.map { entry in
      [
        entry.rule.rawValue, entry.option ?? "-", entry.value ?? "-", entry.limit.map { "\($0)" } ?? "-",
        entry.found ?? "-", entry.answer.rawValue, entry.because ?? "-",
      ].joined(separator: " | ")
    }
  }

  @Test("a request for at once that is taken")
  func atOnce() throws {
    let company = try LimitCompany([
      "_exceptions": "blocked", "_throttle_request_parameters": "_customer_number,_email",
    ])
    try company.start("5115", now: now.addingTimeInterval(-301), ["_email": "a"])
    var trail = RuleTrail()
    let callback = try company.engine.start(
      StartRequest("support", customerNumber: "5115", parameters: ["_email": "b", "lob": "sales"]),
      explaining: &trail,
      company.context(now)
    )
    #expect(try company.engine.callback(callback.id.text) == callback)
    #expect(trail.isAccepted && trail.refusal == nil)
    #expect(
      lines(trail) == [
        "parameters | - | - | - | 3 parameters, 35 bytes in all | passes | -",
        "mandatory-keys | _mandatory_customer_lookup_keys | _customer_number | - | it was given | passes | -",
        "possible-number | _disallow_impossible_phone_numbers | true | - | 4 digits | passes | -",
        "premium-number | _disallow_premium_phone_numbers | true | - | - | passes | -",
        "number-exceptions | _exceptions | blocked | - | - | passes | -",
        "virtual-queue | _urs_virtual_queue | - | - | - | passes | -",
        "not-past | - | - | - | - | not-asked | the callback is for at once",
        "not-too-far | _reject_future_desired_time | 1M | - | - | not-asked | the callback is for at once",
        "in-queue | _enable_in_queue_checking | true | 2 | 1 in queue | passes | -",
        "max-queued | _max_queued_callbacks_per_service | 1000 | 1000 | 1 in queue | passes | -",
        "throttle-1 | _throttle_callbacks_per_service_1 | 500 | 500 | 0 requests in 300 seconds | passes | -",
        "throttle-2 | _throttle_callbacks_per_service_2 | 1000 | 1000 | 1 request in 3600 seconds | passes | -",
        """
        throttled-values | _throttle_request_parameters_limit | 6 | 6 | \
        _customer_number: 1 in 24 hours, _email: 0 in 24 hours | passes | -
        """,
        "office-hours | _business_hours_service | Office | - | - | not-asked | the callback is for at once",
        "capacity | _max_request_by_time_bucket | 1000 | 1000 | - | not-asked | the callback is for at once",
        "open-now | _enable_reject_out_of_office_hours | false | - | - | not-asked | the option turns the rule off",
      ]
    )
  }

  @Test("a request for later that is taken, with the rules that it leaves out")
  func later() throws {
    let company = try LimitCompany(
      [
        "_mandatory_customer_lookup_keys": "lob,tier", "_enable_in_queue_checking": "false",
        "_exceptions": "blocked",
        "_enable_reject_out_of_office_hours": "true", "_disallow_premium_phone_numbers": "false",
      ],
      section: ["max_queued_callbacks_per_service": "7"]
    )
    let desired = now + Minutes(67)
    try company.start("5115", at: desired, now: now, ["lob": "a", "tier": "b"])
    let request = StartRequest("support", at: desired, parameters: ["lob": "sales", "tier": "1"])
    let before = try company.contents()
    let trail = try company.engine.explain(request, company.context(now))
    #expect(try company.contents() == before)
    #expect(trail.isAccepted)
    #expect(
      lines(trail) == [
        "parameters | - | - | - | 2 parameters, 13 bytes in all | passes | -",
        "mandatory-keys | _mandatory_customer_lookup_keys | lob,tier | - | all 2 were given | passes | -",
        """
        possible-number | _disallow_impossible_phone_numbers | true | - | - | not-asked | \
        the request brings no number
        """,
        "premium-number | _disallow_premium_phone_numbers | false | - | - | not-asked | the option turns the rule off",
        "number-exceptions | _exceptions | blocked | - | - | not-asked | the request brings no number",
        "virtual-queue | _urs_virtual_queue | - | - | - | passes | -",
        "not-past | - | - | - | 2025-01-06T15:07:00.000Z | passes | -",
        "not-too-far | _reject_future_desired_time | 1M | - | 2025-01-06T15:07:00.000Z | passes | -",
        "in-queue | _enable_in_queue_checking | false | - | - | not-asked | the option turns the rule off",
        "max-queued | max_queued_callbacks_per_service | 7 | 7 | - | not-asked | the callback is for a desired time",
        "throttle-1 | _throttle_callbacks_per_service_1 | 500 | 500 | 1 request in 300 seconds | passes | -",
        "throttle-2 | _throttle_callbacks_per_service_2 | 1000 | 1000 | 1 request in 3600 seconds | passes | -",
        """
        throttled-values | _throttle_request_parameters_limit | 6 | 6 | - | not-asked | \
        the request brings none of the parameters
        """,
        "office-hours | _business_hours_service | Office | - | 2025-01-06T15:00:00.000Z | passes | -",
        "capacity | _max_request_by_time_bucket | 1000 | 1000 | 1 booked in the slot | passes | -",
        """
        open-now | _enable_reject_out_of_office_hours | true | - | - | not-asked | \
        the callback is for a desired time
        """,
      ]
    )
  }

  @Test(
    "what was found stands beside a refusal in the same words",
    arguments: [
      ("_enable_in_queue_checking", "strict", "1 in queue"),
      ("_max_queued_callbacks_per_service", "1", "1 in queue"),
      ("_throttle_callbacks_per_service_1", "1", "1 request in 300 seconds"),
      ("_throttle_callbacks_per_service_2", "1", "1 request in 3600 seconds"),
      ("_throttle_request_parameters_limit", "1", "_customer_number: 1 in 24 hours"),
    ]
  )
  func refused(_ option: String, _ value: String, _ found: String) throws {
    let company = try LimitCompany([option: value])
    try company.start("5115")
    let trail = try company.engine.explain(
      StartRequest("support", customerNumber: "5115"),
      company.context(now)
    )
    let entry = try #require(trail.entries.first { $0.answer == .refuses })
    #expect(entry.option == option && entry.value == value && entry.found == found)
    #expect(entry.limit == 1)
    #expect(entry.because == trail.refusal?.description)
  }

  @Test("the JSON has the same members for each rule, null where there is nothing")
  func json() throws {
    let company = try LimitCompany(["_enable_in_queue_checking": "strict"])
    let trail = try company.engine.explain(
      StartRequest("support", customerNumber: "5115"),
      company.context(now)
    )
    let array = try #require(trail.json.arrayValue)
    #expect(array.count == RequestRule.allCases.count)
    #expect(array.allSatisfy { $0.members?.map(\.name) == RuleTrail.Entry.fields })
    #expect(
      JSONWriter.compact(array[8])
        == """
        {"rule":"in-queue","option":"_enable_in_queue_checking","value":"strict","limit":1,"found":"0 in queue",\
        "answer":"passes","because":null}
        """
    )
    #expect(
      JSONWriter.compact(array[6]).hasPrefix(#"{"rule":"not-past","option":null,"value":null,"limit":null,"#)
    )
  }

  @Test("a request that comes to no rule leaves no trail, and throws as ever")
  func noRule() throws {
    let company = try LimitCompany()
    let request = StartRequest("suport", customerNumber: "5115")
    var trail = try company.engine.explain(StartRequest("support", customerNumber: "5"), company.context(now))
    #expect(!trail.entries.isEmpty)
    let error = #expect(throws: CoreError.self) {
      try company.engine.start(request, explaining: &trail, company.context(now))
    }
    #expect(error?.code == .unknownService)
    #expect(trail == RuleTrail())
    #expect(!trail.isAccepted)
    let explained = #expect(throws: CoreError.self) {
      try company.engine.explain(request, company.context(now))
    }
    #expect(explained == error)
  }

  @Test("who may not start is told nothing")
  func permissions() throws {
    let company = try LimitCompany()
    try company.engine.changeConfiguration(company.context(now)) {
      var configuration = $0
      configuration.accounts["ann"] = ["roles": "CallbackReadOnly"]
      return configuration
    }
    let error = #expect(throws: CoreError.self) {
      try company.engine.acting(as: "ann").explain(
        StartRequest("support", customerNumber: "5115"),
        company.context(now)
      )
    }
    #expect(error?.code == .notPermitted)
  }

  @Test("a dry run explains and writes nothing")
  func dryRun() throws {
    let company = try LimitCompany()
    let before = try company.contents()
    var trail = RuleTrail()
    try company.engine.start(
      StartRequest("support", customerNumber: "5115"),
      explaining: &trail,
      company.context(now, dryRun: true)
    )
    #expect(trail.isAccepted)
    #expect(try company.contents() == before)
  }
}
