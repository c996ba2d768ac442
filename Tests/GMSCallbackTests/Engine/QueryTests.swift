import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Queries: by service, state, time and property, combined, bounded, in order.
struct QueryTests {
  let monday = Company.monday

  func company() throws -> Company {
    let company = try Company(["_max_request_by_time_bucket": "9"])
    try company.book(
      "+1 650 466 3204",
      at: monday + Minutes(120),
      now: monday,
      ["lob": "sales", "vip": "yes"]
    )
    try company.book("5116", at: monday + Minutes(60), now: monday, ["lob": "sales"])
    try company.book("5117", at: monday + Minutes(90), now: monday, ["lob": "service"])
    let last = try company.book("5118", at: monday + Minutes(150), now: monday)
    try company.engine.cancel(last.id.text, company.context(monday))
    return company
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let filter: CallbackFilter
    let numbers: [String]
    var testDescription: String { what }
    init(_ what: String, _ filter: CallbackFilter, _ numbers: [String]) {
      self.what = what
      self.filter = filter
      self.numbers = numbers
    }
  }

  static func time(_ minutes: Int) -> Date { Company.monday + Minutes(minutes) }
  static func condition(_ key: String, _ value: String) -> PropertyCondition {
    PropertyCondition(key: key, value: value)
  }

  @Test(arguments: [
    Case("all, by desired time", CallbackFilter(), ["5116", "5117", "+1 650 466 3204", "5118"]),
    Case("a service", CallbackFilter(services: ["support"]), ["5116", "5117", "+1 650 466 3204", "5118"]),
    Case("a state", CallbackFilter(states: [.completed]), ["5118"]),
    Case("two states", CallbackFilter(states: [.completed, .queued]), ["5118"]),
    Case("from, included", CallbackFilter(from: time(120)), ["+1 650 466 3204", "5118"]),
    Case("to, excluded", CallbackFilter(to: time(90)), ["5116"]),
    Case("between", CallbackFilter(from: time(61), to: time(121)), ["5117", "+1 650 466 3204"]),
    Case("a property", CallbackFilter(conditions: [condition("lob", "sales")]), ["5116", "+1 650 466 3204"]),
    Case(
      "two properties, all",
      CallbackFilter(conditions: [condition("lob", "sales"), condition("vip", "yes")]),
      ["+1 650 466 3204"]
    ),
    Case(
      "two properties, any",
      CallbackFilter(conditions: [condition("lob", "service"), condition("vip", "yes")], match: .any),
      ["5117", "+1 650 466 3204"]
    ),
    Case("negated", CallbackFilter(conditions: [condition("lob", "!sales")]), ["5117", "5118"]),
    Case(
      "a number, punctuation aside",
      CallbackFilter(conditions: [condition("_customer_number", "1-650-466-3204")]),
      ["+1 650 466 3204"]
    ),
    Case(
      "not a number",
      CallbackFilter(conditions: [condition("_customer_number", "!1 (650) 466-3204")]),
      ["5116", "5117", "5118"]
    ),
    Case(
      "a reason",
      CallbackFilter(conditions: [condition("_callback_reason", "CANCELLED")]),
      ["5118"]
    ),
    Case("at most two", CallbackFilter(maxPerService: 2), ["5116", "5117"]),
    Case("at most one of a service", CallbackFilter(services: ["support"], maxPerService: 1), ["5116"]),
    Case("nothing", CallbackFilter(conditions: [condition("lob", "none")]), []),
  ])
  func aFilterSelects(_ c: Case) throws {
    let company = try company()
    #expect(try company.engine.callbacks(c.filter).compactMap { $0.customerNumber?.typed } == c.numbers)
  }

  /// A number of punctuation alone has no key in the store's index, and is found all the same.
  @Test func aNumberWithoutDigitsIsFound() throws {
    let company = try Company(["_disallow_impossible_phone_numbers": "false"])
    try company.book("---", at: monday + Minutes(60), now: monday)
    let filter = CallbackFilter(conditions: [Self.condition("_customer_number", "--")])
    #expect(try company.engine.callbacks(filter).count == 1)
  }

  @Test func mistakesInAFilterAreNamed() throws {
    let company = try company()
    let service = #expect(throws: CoreError.self) {
      try company.engine.callbacks(CallbackFilter(services: ["suport"]))
    }
    #expect(service?["suggestion"] == "support")
    let range = #expect(throws: CallbackError.self) {
      try company.engine.callbacks(CallbackFilter(from: monday, to: monday + Minutes(-1)))
    }
    #expect(range?.code == .rangeInvalid)
  }

  @Test func lookupKeysAndReturnedKeysAreAnswered() throws {
    let company = try Company(["_customer_lookup_keys": "_customer_number,lob"])
    try company.store.write(StoreChange(time: monday, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.options["callback"] = ["returned-keys": "_desired_time, vip"]
      try writer.setConfiguration(configuration)
    }
    let callback = try company.book(
      "5115",
      at: monday + Minutes(60),
      now: monday,
      ["lob": "sales", "vip": "yes", "other": "x"]
    )
    let keys = try company.engine.returnedKeys(of: "support")
    #expect(keys == ["_customer_number", "lob", "_desired_time", "vip"])
    #expect(
      JSONWriter.compact(callback.answer(keys: keys))
        == #"{"_id":"\#(callback.id)","_desired_time":"2025-01-06T15:00:00.000Z","_service_name":"support","_callback_state":"SCHEDULED","_expiration_time":"2025-01-07T15:00:00.000Z","_customer_number":"5115","_url":"/genesys/1/service/callback/support/\#(callback.id)","lob":"sales","vip":"yes"}"#
    )
  }

  @Test func theLookupKeysOfAServiceWithoutThemAreTheTemplates() throws {
    let template = try TemplateCatalog.builtIn.template(named: "callback")
    #expect(
      template.definition(of: "_customer_lookup_keys")?.defaultValue
        == CallbackEngine.defaultLookupKeys.joined(separator: ",")
    )
  }
}
