import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Any service by one door: callback services start callbacks, the desk runs the others.
struct ServiceRequestTests {
  let monday = Company.monday

  @Test("a callback service starts a callback and answers its record")
  func starts() throws {
    let company = try Company()
    let response = try company.engine.request(
      "support",
      ["_customer_number": "5115", "_desired_time": "2025-01-06T15:00:00Z", "lob": "sales"],
      company.context(monday)
    )
    #expect(response.status == 200)
    let id = try #require(response.body["_id"]?.stringValue)
    let callback = try company.engine.callback(id)
    #expect(callback.desired == monday + Minutes(60))
    #expect(callback.userData == ["lob": "sales"])
    #expect(response.body == callback.answer(keys: try company.engine.returnedKeys(of: "support")))
    // As the request without this door would have been answered.
    let other = try Company()
    let booked = try other.book("5115", at: monday + Minutes(60), now: monday, ["lob": "sales"])
    #expect(response.body == booked.answer())
    #expect(try company.store.read { $0.sequence } == 2)
  }

  @Test("without a desired time, or with an empty one, the callback is for at once", arguments: [nil, ""])
  func atOnce(_ desired: String?) throws {
    let company = try Company()
    var parameters: Options = ["_customer_number": "5115"]
    parameters["_desired_time"] = desired
    let body = try company.engine.request("support", parameters, company.context(monday)).body
    #expect(body["_callback_state"] == "QUEUED")
    #expect(body["_desired_time"] == "2025-01-06T14:00:00.000Z")
  }

  @Test(
    "what cannot be a desired time is refused",
    arguments: ["tomorrow", "2025-02-30T09:00:00Z", "1736172000"]
  )
  func malformed(_ text: String) throws {
    let company = try Company()
    let error = #expect(throws: CallbackError.self) {
      try company.engine.request(
        "support",
        ["_customer_number": "5115", "_desired_time": text],
        company.context(monday)
      )
    }
    #expect(
      error?.description
        == "'\(text)' cannot be the parameter '_desired_time'; give a time such as 2026-11-21T09:00:00Z"
    )
    #expect(try company.records().isEmpty)
  }

  @Test("rules refuse as they do for a start")
  func rules() throws {
    let company = try Company()
    try company.book("5115", at: monday + Minutes(60), now: monday)
    let parameters: Options = ["_customer_number": "5116", "_desired_time": "2025-01-06T15:00:00Z"]
    let error = #expect(throws: CallbackError.self) {
      try company.engine.request("support", parameters, company.context(monday))
    }
    #expect(error?.code == .slotFull)
    #expect(error?.facts.contains { $0.name == "availability" } == true)
    let dry = try company.engine.request(
      "support",
      ["_customer_number": "5116"],
      company.context(monday, dryRun: true)
    )
    #expect(dry.body["_callback_state"] == "QUEUED")
    #expect(try company.records().count == 1)
  }

  @Test("every other service is the desk's")
  func desk() throws {
    let company = try Company()
    let body = try company.engine.request("Office", [:], company.context(monday)).body
    #expect(body["periods"]?.arrayValue?.count == 1)
    let error = #expect(throws: CoreError.self) {
      try company.engine.request("Ofice", [:], company.context(monday))
    }
    #expect(error?.description == "there is no service 'Ofice'; did you mean 'Office'?")
  }

  @Test("a node that is SHUTDOWN takes nothing new, and what runs goes on")
  func shutdown() throws {
    let company = try Company()
    let nodes = NodeRegistry(store: company.store)
    let desired = monday + Minutes(60)
    let id = try company.book("5115", at: desired, now: monday).id.text
    let other = try company.book("5116", at: desired + Minutes(15), now: monday).id.text
    try nodes.set(.shutdown, company.context(monday))
    func expectRefusal(_ body: () throws -> Void) {
      let error = #expect(throws: CoreError.self, performing: body)
      #expect(error?.code == .nodeShutDown)
    }
    expectRefusal { try company.book("5117", at: nil, now: monday) }
    expectRefusal { _ = try company.engine.reschedule(id, to: desired, company.context(monday)) }
    expectRefusal { _ = try company.engine.request("support", [:], company.context(monday)) }
    expectRefusal { _ = try company.engine.request("Office", [:], company.context(monday)) }
    try company.engine.cancel(other, company.context(monday))
    #expect(try company.engine.run(company.context(desired)).steps.count == 2)
    // Another node takes what this one refuses.
    let second = RequestContext(now: desired, randomness: .seed(1), node: 2)
    let callback = try company.engine.start(StartRequest("support", customerNumber: "5117"), second)
    #expect(callback.id.text.hasPrefix("2-"))
  }

  @Test("the driver is a sign of life of a node that was set")
  func signOfLife() throws {
    let company = try Company()
    let nodes = NodeRegistry(store: company.store)
    try company.engine.run(company.context(monday))
    #expect(try nodes.nodes().isEmpty)
    try nodes.set(.online, company.context(monday))
    for minutes in 0..<10 { try company.engine.run(company.context(monday + Minutes(minutes))) }
    #expect(try nodes.node(1).lastSeen == monday + Minutes(9))
    #expect(try !nodes.node(1).isSilent(at: monday + Minutes(11)))
    #expect(try nodes.node(1).isSilent(at: monday + Minutes(12)))
  }
}
