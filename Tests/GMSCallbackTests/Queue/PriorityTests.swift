import Foundation
import GMSCallback
import GMSCore
import Testing

/// Where the priority of a callback comes from.
struct PriorityTests {
  let monday = LineCompany.monday

  struct Case: CustomTestStringConvertible, Sendable {
    let service: String
    let requested: String?
    let priority: Int
    var testDescription: String { "\(service) \(requested ?? "-")" }
  }

  static let cases = [
    Case(service: "voice", requested: nil, priority: 0), Case(service: "voice", requested: "", priority: 0),
    Case(service: "voice", requested: "0", priority: 0), Case(service: "voice", requested: "7", priority: 7),
    Case(service: "voice", requested: "-1000000", priority: -1_000_000),
    Case(service: "voice", requested: "1000000", priority: 1_000_000),
    Case(service: "vip", requested: nil, priority: 10), Case(service: "vip", requested: "10", priority: 10),
  ]

  @Test(arguments: cases)
  func given(_ row: Case) throws {
    let company = try LineCompany()
    let parameters: Options = row.requested.map { ["_urs_priority": $0] } ?? [:]
    let id = try company.start(row.service, "5111", at: monday, parameters)
    #expect(try company.engine.callback(id.text).priority == row.priority)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let service: String
    let requested: String
    let message: String
    var testDescription: String { "\(service) \(requested)" }
  }

  static let refusals =
    ["high", "1.5", " 1", "1e3", "٣", "1000001", "-1000001", "99999999999999999999", "0x10", "--1"].map {
      Refusal(
        service: "voice",
        requested: $0,
        message:
          "'\($0)' cannot be the parameter '_urs_priority'; give a whole number from -1000000 to 1000000"
      )
    } + [
      Refusal(
        service: "vip",
        requested: "11",
        message: """
          '11' cannot be the parameter '_urs_priority'; give no '_urs_priority', because the service sets '10'
          """
      )
    ]

  @Test(arguments: refusals)
  func refused(_ row: Refusal) throws {
    let company = try LineCompany()
    let error = #expect(throws: CallbackError.self) {
      try company.start(row.service, "5111", at: monday, ["_urs_priority": row.requested])
    }
    #expect(error?.code == .invalidParameter)
    #expect(error?.description == row.message)
    #expect(try company.engine.callbacks().isEmpty)
  }

  @Test("an option that is no priority is refused by its own rule")
  func configured() throws {
    let company = try LineCompany()
    try company.set("voice", ["_urs_priority": "urgent"])
    let error = #expect(throws: CoreError.self) { try company.start("voice", "5111", at: monday) }
    #expect(error?.code == .invalidOption)
  }

  @Test("rescheduling changes it, and a new callback of a completed one has its own")
  func rescheduled() throws {
    let company = try LineCompany(["_business_hours_service": "Office"])
    try company.engine.changeConfiguration(company.context(monday)) { configuration in
      var after = configuration
      after.services["Office"] = [
        "_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Sun 00:00-24:00",
      ]
      return after
    }
    let later = LineCompany.at(36_000)
    let id = try company.start("voice", "5111", at: monday, desired: later, ["_urs_priority": "3"])
    func reschedule(_ id: CallbackID, _ parameters: Options) throws -> Callback {
      try company.engine.reschedule(id.text, parameters: parameters, company.context(monday, seed: 9))
    }
    #expect(try company.engine.callback(id.text).priority == 3)
    #expect(try reschedule(id, ["lob": "x"]).priority == 3)
    #expect(try reschedule(id, ["_urs_priority": "4"]).priority == 4)
    let before = try company.engine.callback(id.text)
    let error = #expect(throws: CallbackError.self) { try reschedule(id, ["_urs_priority": "x"]) }
    #expect(error?.code == .invalidParameter)
    #expect(try company.engine.callback(id.text) == before)
    #expect(try reschedule(id, ["_urs_priority": ""]).priority == 0)
    #expect(try reschedule(id, ["_urs_priority": "6"]).priority == 6)
    // The stored record says it, and reads back.
    #expect(try company.engine.callback(id.text).json["priority"] == .integer(6))
    try company.engine.cancel(id.text, company.context(monday))
    let again = try reschedule(id, ["lob": "y"])
    #expect(again.id != id)
    #expect(again.priority == 6)
    #expect(again.properties["_orig_service_id"] == id.text)
  }
}
