import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Options that do not read, though no editor lets them in: a store can be written by hand.
struct OddOptionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let option: String
    let value: String
    let message: String
    var testDescription: String { "\(option) = \(value)" }
  }

  private static func unread(_ option: String, _ value: String, _ accepted: String) -> Case {
    Case(
      option: option,
      value: value,
      message: "option '\(option)' of service 'support' is '\(value)'; write \(accepted)"
    )
  }

  private static let count = "a whole number of 0 or more"

  @Test(
    "a service with an option that does not read takes no request, and says which",
    arguments: [
      "_max_queued_callbacks_per_service", "_throttle_callbacks_per_service_1",
      "_throttle_callbacks_per_service_2",
      "_throttle_request_parameters_limit",
    ].flatMap { option in
      ["-1", "many", "1.5", "+1", "99999999999999999999"].map { unread(option, $0, count) }
    }
      + [
        unread("_enable_in_queue_checking", "sometimes", "true, strict or false"),
        unread("_disallow_impossible_phone_numbers", "yes", "true or false"),
        unread("_disallow_premium_phone_numbers", "TRUE", "true or false"),
        unread("_enable_reject_out_of_office_hours", "1", "true or false"),
      ]
  )
  func odd(_ c: Case) throws {
    let company = try LimitCompany()
    try company.force([c.option: c.value])
    let before = try company.contents()
    let error = #expect(throws: CoreError.self) { try company.start("5115") }
    #expect(error?.code == .invalidOption)
    #expect(error?["option"] == c.option)
    #expect(error?.description.hasPrefix(c.message) == true, "\(error?.description ?? "")")
    #expect(try company.contents() == before)
  }

  @Test("the section's limit is read when the service has none of its own", arguments: ["-1", "many", "+1"])
  func section(_ value: String) throws {
    let company = try LimitCompany()
    try company.store.write(.init(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.options["callback"] = ["max_queued_callbacks_per_service": value]
      try writer.setConfiguration(configuration)
    }
    let error = #expect(throws: CoreError.self) { try company.start("5115") }
    #expect(
      error?.description
        == """
        option 'max_queued_callbacks_per_service' of section 'callback' is '\(value)'; write a whole number of 0 or more
        """
    )
    #expect(try company.engine.callbacks().isEmpty)
    try company.set(["_max_queued_callbacks_per_service": "1"])
    #expect(try company.start("5115").state.name == .queued)
  }

  @Test("an option that is set to nothing has its default")
  func empty() throws {
    let company = try LimitCompany()
    try company.force([
      "_max_queued_callbacks_per_service": "", "_throttle_callbacks_per_service_1": "",
      "_enable_in_queue_checking": "", "_throttle_request_parameters": "",
      "_mandatory_customer_lookup_keys": "",
    ])
    let service = try company.store.read { reader in
      try ConfiguredService("support", in: reader.configuration())
    }
    let limits = try RequestLimits(service)
    #expect(limits.maxQueued == nil)
    #expect(limits.defaultMaxQueued == 1000)
    #expect(limits.throttles.map(\.limit) == [500, 1000])
    #expect(limits.throttles.map(\.seconds) == [300, 3600])
    #expect(limits.inQueue == .two)
    #expect(limits.throttledParameters == ["_customer_number"])
    #expect(
      limits.perValue
        == RequestThrottle(option: "_throttle_request_parameters_limit", limit: 6, seconds: 86_400)
    )
    #expect(limits.mandatoryKeys == ["_customer_number"])
    #expect(limits.horizon.description == "1M")
    #expect(limits.exceptions == nil && limits.virtualQueue == nil)
    #expect(limits.refusesImpossibleNumbers && limits.refusesPremiumNumbers && !limits.refusesClosedOffice)
    #expect(limits.country == "US" && limits.service == "support")
  }
}
