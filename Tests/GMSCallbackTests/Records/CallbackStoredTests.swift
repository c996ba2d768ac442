import Foundation
import GMSCallback
import GMSCore
import Testing

struct CallbackStoredTests {
  @Test func keysOfEachStageOfALife() throws {
    let policy = Policies.customerFirst
    var callback = try newCallback(policy)
    #expect(
      callback.keys
        == RecordKeys(
          service: "support",
          state: "SCHEDULED",
          time: nine,
          created: nine(-3600),
          due: nine(-120),
          customer: "16504663204"
        )
    )
    try callback.apply(.submissionFellDue, at: nine(-120), policy: policy)
    try callback.apply(.submitted, at: nine(-119), policy: policy)
    #expect(callback.keys.state == "QUEUED")
    #expect(callback.keys.due == nine(-120 + 14_400))
    try callback.apply(.cancelled, at: nine(10), policy: policy)
    #expect(callback.keys.state == "COMPLETED")
    #expect(callback.keys.due == nine(86_400), "the end of the retention")
    #expect(callback.keys.time == nine)
  }

  @Test(arguments: [[:], ["_customer_number": ""], ["_customer_number": "+-"]])
  func callbackWithoutANumberHasNoCustomer(_ properties: [String: String]) throws {
    #expect(try newCallback(Policies.customerFirst, properties: properties).keys.customer == nil)
  }

  @Test func recordIsOneLineThatReadsBack() throws {
    let callback = try newCallback(
      Policies.customerFirst,
      properties: ["_customer_number": "5115", "note": "a\nb \"c\" \\ \u{2028} é 👩‍👩‍👧"]
    )
    let record = callback.stored
    #expect(record.kind == .callback)
    #expect(record.id == callback.id.text)
    #expect(!record.body.contains("\n"))
    #expect(
      record.body.hasPrefix(
        #"{"_id":"1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10","_desired_time":"2026-11-23T09:00:00.000Z","#
          + #""_service_name":"support","_callback_state":"SCHEDULED","#
          + #""_expiration_time":"2026-11-24T09:00:00.000Z","_customer_number":"5115","#
          + #""_url":"/genesys/1/service/callback/support/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10","#
          + #""created":"2026-11-23T08:00:00.000Z","ttl":86400,"properties":{"note":"a\nb \"c\" \\ "#
      )
    )
    #expect(try Callback(stored: record) == callback)
  }

  @Test func recordOfARichCallbackReadsBack() throws {
    let callback = try CallbackJSONTests.rich()
    #expect(try Callback(stored: callback.stored) == callback)
    // Six lines of history fit well into 2 KiB; this one has eight.
    #expect(callback.stored.body.utf8.count < 2048)
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    let find: String
    let replacement: String
    let member: String
    var testDescription: String { "\(find) → \(replacement)" }
  }

  static let damages = [
    Damage(find: "{\"_id\"", replacement: "\"_id\"", member: "body"),
    Damage(find: "}", replacement: "", member: "body"),
    Damage(find: "\"ttl\":86400", replacement: "\"ttl\":86400,\"ttl\":1", member: "body"),
    Damage(find: "\"ttl\":86400", replacement: "\"ttl\":\"86400\"", member: "ttl"),
    Damage(find: "submitAt", replacement: "submitat", member: "state.submitat"),
    Damage(find: "1-3c8c", replacement: "2-3c8c", member: "_id"),
  ]

  @Test(arguments: damages)
  func damageIsNamedWithTheRecord(_ damage: Damage) throws {
    var record = try newCallback(Policies.customerFirst).stored
    record.body = record.body.replacing(damage.find, with: damage.replacement)
    do {
      _ = try Callback(stored: record)
      Issue.record("taken")
    } catch {
      #expect(error.code == .damagedRecord)
      #expect(error.category == .unusableStore)
      #expect(error["id"] == record.id)
      #expect(error["member"] == damage.member)
      #expect(error.description.contains("callback '\(record.id)' is damaged at '\(damage.member)'"))
    }
  }

  @Test func recordsOfOtherKindsAreAMistake() async {
    await #expect(processExitsWith: .failure) {
      var record = try newCallback(Policies.customerFirst).stored
      record.kind = RecordKind(rawValue: "booking")
      _ = try Callback(stored: record)
    }
  }
}
