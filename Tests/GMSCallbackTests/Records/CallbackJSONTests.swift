import Foundation
import GMSCallback
import GMSCore
import Testing

struct CallbackJSONTests {
  /// A callback with a member of every kind: rescheduled, tried twice, an agent on the line.
  static func rich() throws -> Callback {
    let policy = Policies.reminding
    var callback = try newCallback(policy, priority: 7)
    for (event, seconds): (CallbackEvent, Int) in [
      (.rescheduled(desired: nine(600)), -3000), (.submissionFellDue, 480), (.submitted, 481),
      (.agentReserved(agent: "kate"), 490), (.customerBusy, 500), (.dialRetryFellDue, 800),
      (.agentReserved(agent: "tom"), 810), (.customerAnswered, 820),
    ] {
      try callback.apply(event, at: nine(seconds), policy: policy)
    }
    return callback
  }

  static func text(_ text: String) -> JSONValue { .string(text) }

  @Test func storedFormOfARichRecord() throws {
    let json = try Self.rich().json
    #expect(
      json.names == [
        "_id", "_desired_time", "_service_name", "_callback_state", "_expiration_time", "_customer_number",
        "_url", "created", "requested", "ttl", "priority", "properties", "state", "history",
      ]
    )
    #expect(json["_callback_state"] == Self.text("ROUTING"))
    #expect(json["_desired_time"] == Self.text("2026-11-23T09:10:00.000Z"))
    #expect(json["_expiration_time"] == Self.text("2026-11-24T09:10:00.000Z"))
    #expect(json["created"] == Self.text("2026-11-23T08:00:00.000Z"))
    #expect(json["requested"] == Self.text("2026-11-23T09:00:00.000Z"))
    #expect(json["ttl"] == .integer(86_400))
    #expect(json["priority"] == .integer(7))
    #expect(json["_customer_number"] == Self.text("+1 (650) 466-3204"))
    #expect(
      json["_url"]
        == Self.text("/genesys/1/service/callback/support/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")
    )
    #expect(json["properties"] == .object([.init("name", Self.text("Ann"))]))
    #expect(
      json["state"]
        == .object([
          .init("phase", Self.text("agent-joins-customer")), .init("agent", Self.text("tom")),
          .init("answerBy", Self.text("2026-11-23T09:14:12.000Z")),
          .init("waitsUntil", Self.text("2026-11-23T10:13:40.000Z")),
          .init("enteredAt", Self.text("2026-11-23T09:08:00.000Z")),
          .init("leaveBy", Self.text("2026-11-23T13:08:00.000Z")),
          .init(
            "attempts",
            .object([
              .init("submissions", .integer(1)), .init("dials", .integer(2)), .init("transfers", .integer(1)),
            ])
          ),
        ])
    )
    guard case .array(let history)? = json["history"] else {
      Issue.record("no history")
      return
    }
    #expect(history.count == 8)
    #expect(
      history[3]
        == .object([
          .init("at", Self.text("2026-11-23T09:08:10.000Z")), .init("event", Self.text("agent-reserved")),
          .init("agent", Self.text("kate")), .init("from", Self.text("QUEUED/waiting-for-agent")),
          .init("to", Self.text("ROUTING/dialling-customer")),
        ])
    )
    #expect(try Callback(json: json) == Self.rich())
  }

  /// Every state that the matrix speaks of, written and read; a record without a past may be in any.
  @Test(arguments: Situation.all.indices)
  func everyStateRoundTrips(_ index: Int) throws {
    let situation = Situation.all[index]
    let callback = Callback(
      id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
      service: "support",
      created: nine(-3600),
      requested: nine(-60),
      priority: index,
      properties: ["name": "A\u{0}nn \"é\""],
      machine: CallbackStateMachine(state: situation.state, desired: nine, timeToLive: index),
      history: []
    )
    #expect(try Callback(json: callback.json) == callback)
    #expect(callback.json["_callback_state"]?.stringValue == situation.state.name.rawValue)
  }

  @Test func whatCanBeDerivedMayBeAbsentOrStale() throws {
    let callback = try Self.rich()
    #expect(try Callback(json: callback.json.replacing("_expiration_time", with: nil)) == callback)
    #expect(
      try Callback(json: callback.json.replacing("_expiration_time", with: .string("stale"))) == callback
    )
    #expect(try Callback(json: callback.json.replacing("_url", with: nil)) == callback)
    #expect(try Callback(json: callback.json.replacing("_url", with: .integer(1))) == callback)
    let number = "+1 (650) 466-3204"
    let withNumber = callback.json.replacing("properties._customer_number", with: .string(number))
    #expect(try Callback(json: withNumber) == callback)
    #expect(try Callback(json: withNumber.replacing("_customer_number", with: nil)) == callback)
    #expect(try Callback(json: withNumber.replacing("_customer_number", with: .string("5115"))) == callback)
    let scheduled = try newCallback(Policies.customerFirst)
    #expect(scheduled.json["history"] == nil)
    #expect(scheduled.json["requested"] == nil)
    #expect(scheduled.json["priority"] == nil)
    #expect(try Callback(json: callback.json.replacing("history", with: nil)).history.isEmpty)
  }

  @Test func timesMayBeWrittenByPeople() throws {
    let json = try newCallback(Policies.customerFirst).json
    for text in ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00.0+01:00", "2026-11-23T04:00:00.000000-05:00"] {
      #expect(try Callback(json: json.replacing("_desired_time", with: .string(text))).desired == nine)
    }
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    let path: String
    let value: JSONValue?
    var member: String?
    var testDescription: String { "\(path) = \(value.map { "\($0)" } ?? "absent")" }
  }

  static let damages: [Damage] = [
    Damage(path: "_id", value: nil), Damage(path: "_id", value: .string("1-2")),
    Damage(path: "_id", value: .integer(1)), Damage(path: "_service_name", value: nil),
    Damage(path: "_service_name", value: .string("")), Damage(path: "_callback_state", value: nil),
    Damage(path: "_callback_state", value: .string("routing")),
    Damage(path: "_callback_state", value: .string("QUEUED"), member: "state.answerBy"),
    Damage(path: "_callback_state", value: .string("COMPLETED"), member: "_callback_reason"),
    Damage(path: "_callback_reason", value: .string("CANCELLED")),
    Damage(path: "_desired_time", value: nil), Damage(path: "_desired_time", value: .string("2026-11-23")),
    Damage(path: "_desired_time", value: .string("2026-02-30T09:00:00Z")),
    Damage(path: "_desired_time", value: .string("2026-11-23T24:00:00Z")),
    Damage(path: "_desired_time", value: .integer(1_795_424_400)), Damage(path: "created", value: nil),
    Damage(path: "created", value: .null), Damage(path: "requested", value: .string("soon")),
    Damage(path: "ttl", value: nil), Damage(path: "ttl", value: .integer(-1)),
    Damage(path: "ttl", value: .number("1.5")), Damage(path: "ttl", value: .integer(.max)),
    Damage(path: "ttl", value: .string("86400")), Damage(path: "priority", value: .bool(true)),
    Damage(path: "_customer_number", value: .integer(5115)),
    Damage(path: "properties", value: .array([])),
    Damage(path: "properties.name", value: .integer(1)), Damage(path: "properties.name", value: .object([])),
    Damage(path: "properties._callback_state", value: .string("QUEUED")),
    Damage(path: "state", value: nil), Damage(path: "state", value: .string("ROUTING")),
    Damage(path: "state.phase", value: nil), Damage(path: "state.phase", value: .string("waiting-for-agent")),
    Damage(path: "state.phase", value: .string("dialling-agent"), member: "state.waitsUntil"),
    Damage(path: "state.agent", value: nil), Damage(path: "state.agent", value: .string("")),
    Damage(path: "state.answerBy", value: nil), Damage(path: "state.waitsUntil", value: nil),
    Damage(path: "state.enteredAt", value: nil), Damage(path: "state.leaveBy", value: .string("never")),
    Damage(path: "state.attempts", value: .integer(3)),
    Damage(path: "state.attempts.dials", value: .integer(-1)),
    Damage(path: "state.attempts.dails", value: .integer(1)),
    Damage(path: "state.until", value: .string("x")),
    Damage(path: "history", value: .object([])), Damage(path: "history[2]", value: .string("submitted")),
    Damage(path: "history[2].at", value: nil), Damage(path: "history[2].event", value: nil),
    Damage(path: "history[2].event", value: .string("submited")),
    Damage(path: "history[2].agent", value: .string("kate")), Damage(path: "history[3].agent", value: nil),
    Damage(path: "history[0].desired", value: .string("soon")),
    Damage(path: "history[2].from", value: .string("SCHEDULED")),
    Damage(path: "history[2].to", value: .string("PROCESSING"), member: "history[3].from"),
    Damage(path: "history[2].to", value: .string("nowhere")),
    Damage(path: "history[7].to", value: .string("PROCESSING")),
    Damage(path: "bookings", value: .string("6504663204--906f0d61188ecbb2")),
    Damage(path: "bookings", value: .array([.string("x")]), member: "bookings[0]"),
    Damage(path: "bookings", value: .array([.integer(1)]), member: "bookings[0]"),
    Damage(
      path: "bookings",
      value: .array([.string("5115--906f0d61188ecbb2"), .string("5115--906f0d61188ecbb2")]),
      member: "bookings[1]"
    ),
    Damage(path: "colour", value: .string("red")),
    Damage(path: "_custmer_number", value: .string("1")),
  ]

  @Test(arguments: damages)
  func damageIsNamed(_ damage: Damage) throws {
    let json = try Self.rich().json.replacing(damage.path, with: damage.value)
    do {
      _ = try Callback(json: json)
      Issue.record("taken")
    } catch {
      #expect(error.code == .malformedRecord)
      #expect(error["member"] == damage.member ?? damage.path)
      #expect(error.description.hasPrefix("the record is damaged at '\(damage.member ?? damage.path)'"))
      #expect(error["expected"]?.isEmpty == false)
    }
  }

  /// No member of a record can be lost or be of another kind without notice.
  @Test func everyMemberIsNeeded() throws {
    let json = try Self.rich().json
    let derived: Set<String> = ["_expiration_time", "_url"]
    let optional: Set<String> = ["_customer_number", "requested", "priority", "properties", "history"]
    for name in json.names where !derived.contains(name) {
      #expect(throws: CallbackError.self, "\(name)") {
        try Callback(json: json.replacing(name, with: .bool(true)))
      }
      if optional.contains(name) {
        #expect(try Callback(json: json.replacing(name, with: nil)) != Self.rich(), "\(name)")
      } else {
        #expect(throws: CallbackError.self, "\(name)") { try Callback(json: json.replacing(name, with: nil)) }
      }
    }
    #expect(throws: CallbackError.self) { try Callback(json: .array([json])) }
    let members = try #require(json.members)
    #expect(throws: CallbackError.self) { try Callback(json: .object(members + [members[0]])) }
  }

  @Test func pausedRecordOfAnEngagedPhaseIsDamaged() throws {
    var callback = try newCallback(Policies.customerFirst)
    try callback.apply(.submissionFellDue, at: nine(-120), policy: Policies.customerFirst)
    try callback.apply(.servicePaused, at: nine(-100), policy: Policies.customerFirst)
    let json = callback.json.replacing("history", with: nil)
      .replacing("state.phase", with: .string("dialling"))
      .replacing("state.until", with: .string("2026-11-23T09:00:00.000Z"))
    do {
      _ = try Callback(json: json)
      Issue.record("taken")
    } catch {
      #expect(error["member"] == "state.phase")
    }
  }
}
