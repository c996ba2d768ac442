import Foundation
import GMSCallback
import GMSCore
import Testing

/// In which virtual queue a callback waits.
struct VirtualQueueTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let service: String
    let parameters: Options
    let queue: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "the service's", service: "voice", parameters: [:], queue: "VQ"),
    Case(name: "the request's", service: "open", parameters: ["_urs_virtual_queue": "Gold"], queue: "Gold"),
    Case(name: "the service's name", service: "open", parameters: [:], queue: "open"),
    Case(
      name: "a request's empty one",
      service: "open",
      parameters: ["_urs_virtual_queue": ""],
      queue: "open"
    ),
    Case(name: "a token's", service: "token", parameters: ["lob": "sales"], queue: "VQ_sales"),
    Case(name: "another token's", service: "token", parameters: ["lob": "care"], queue: "VQ_care"),
  ]

  @Test(arguments: cases)
  func names(_ row: Case) throws {
    let company = try LineCompany()
    let id = try company.start(row.service, "5111", at: LineCompany.monday, row.parameters)
    #expect(try company.engine.virtualQueue(of: id.text) == row.queue)
    #expect(try company.engine.line(of: row.queue).map(\.callback.id) == [id])
    #expect(try company.engine.position(of: id.text, at: LineCompany.monday)?.virtualQueue == row.queue)
    for other in ["VQ", "Gold", "open", "VQ_sales", "VQ_care", "token", ""] where other != row.queue {
      #expect(try company.engine.line(of: other).isEmpty, "\(other)")
    }
  }

  @Test("a service that is changed takes its callbacks along, and one that is gone leaves them in line")
  func changes() throws {
    let company = try LineCompany()
    let id = try company.start("voice", "5111", at: LineCompany.monday)
    try company.set("voice", ["_urs_virtual_queue": "VQ2"])
    #expect(try company.engine.line(of: "VQ").isEmpty)
    #expect(try company.engine.line(of: "VQ2").map(\.callback.id) == [id])
    // The engine does not let a service go that has live callbacks; a store that was repaired may lack it all the same.
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.services["voice"] = nil
      try writer.setConfiguration(configuration)
    }
    let position = try company.engine.position(of: id.text, at: LineCompany.monday)
    #expect(
      position == QueuePosition(virtualQueue: "voice", position: 1, totalWaiting: 1, estimatedWait: nil)
    )
    #expect(
      try company.position(id, at: LineCompany.monday)
        == #"{"_position":1,"_eta":"n/a","_total_waiting":1,"_agent_ready_threshold_passed":true,"#
        + #""_agent_ready_threshold_passed_reason":"eta n/a"}"#
    )
    let diagnostics = try company.engine.diagnostics(of: id.text, at: LineCompany.monday)
    #expect(diagnostics.routingTarget == nil)
    #expect(diagnostics.callbackType == nil)
    #expect(diagnostics.positionInQueue == 1)
  }
}
