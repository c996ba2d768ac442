import Foundation
import GMSCallback
import GMSCore
import Testing

/// `check-queue-position`: the numbers, the thresholds, and who has no position.
struct QueuePositionTests {
  let monday = LineCompany.monday

  struct Threshold: CustomTestStringConvertible, Sendable {
    let eta: Double?
    let position: Int
    let isPassed: Bool
    let reason: String
    var testDescription: String { "\(eta.map { "\($0)" } ?? "n/a") at \(position)" }
  }

  static let thresholds = [
    Threshold(eta: nil, position: 2, isPassed: true, reason: "eta n/a"),
    Threshold(eta: nil, position: 900, isPassed: true, reason: "eta n/a"),
    Threshold(eta: 30, position: 2, isPassed: true, reason: "eta <= 35 and position <=5 "),
    Threshold(eta: 35, position: 5, isPassed: true, reason: "eta <= 35 and position <=5 "),
    Threshold(eta: 0, position: 1, isPassed: true, reason: "eta <= 35 and position <=5 "),
    Threshold(eta: 34.2, position: 6, isPassed: false, reason: "eta <= 35 and position >5 "),
    Threshold(eta: 35.1, position: 5, isPassed: false, reason: "eta > 35 and position <=5 "),
    Threshold(eta: 36, position: 6, isPassed: false, reason: "eta > 35 and position >5 "),
  ]

  @Test(arguments: thresholds)
  func readiness(_ row: Threshold) {
    let position = QueuePosition(
      virtualQueue: "VQ",
      position: row.position,
      totalWaiting: 1000,
      estimatedWait: row.eta
    )
    let readiness = AgentReadiness(position)
    #expect(readiness.isPassed == row.isPassed)
    #expect(readiness.reason == row.reason)
  }

  @Test("answers numbers in GMS's order, with n/a until anybody was served")
  func answers() throws {
    let company = try LineCompany()
    let ids = try (0..<8).map { try company.start("voice", "511\($0)", at: monday) }
    let inOrder = try company.engine.line(of: "VQ").map(\.callback.id)
    #expect(Set(inOrder) == Set(ids))
    #expect(
      try company.position(inOrder[1], at: LineCompany.at(10))
        == #"{"_position":2,"_eta":"n/a","_total_waiting":8,"_agent_ready_threshold_passed":true,"#
        + #""_agent_ready_threshold_passed_reason":"eta n/a"}"#
    )
    try company.serve(inOrder[0], at: LineCompany.at(14.5))
    // One was served after 14.5 s, and 15.5 s have passed since.
    #expect(
      try company.position(inOrder[1], at: LineCompany.at(30))
        == #"{"_position":1,"_eta":15,"_total_waiting":7,"_agent_ready_threshold_passed":true,"#
        + #""_agent_ready_threshold_passed_reason":"eta <= 35 and position <=5 "}"#
    )
    #expect(
      try company.position(inOrder[2], at: LineCompany.at(60))
        == #"{"_position":2,"_eta":60,"_total_waiting":7,"_agent_ready_threshold_passed":false,"#
        + #""_agent_ready_threshold_passed_reason":"eta > 35 and position <=5 "}"#
    )
    #expect(
      try company.position(inOrder[7], at: LineCompany.at(14.5))
        == #"{"_position":7,"_eta":51,"_total_waiting":7,"_agent_ready_threshold_passed":false,"#
        + #""_agent_ready_threshold_passed_reason":"eta > 35 and position >5 "}"#
    )
    try company.set("voice", ["_agent_ready_eta_threshold": "51", "_agent_ready_position_threshold": "7"])
    #expect(
      try company.position(inOrder[7], at: LineCompany.at(14.5))
        == #"{"_position":7,"_eta":51,"_total_waiting":7,"_agent_ready_threshold_passed":true,"#
        + #""_agent_ready_threshold_passed_reason":"eta <= 51 and position <=7 "}"#
    )
  }

  @Test(
    "one who is paused, snoozes or waits to be dialled keeps the position; the estimate says what is known"
  )
  func heldBack() throws {
    let company = try LineCompany(["_dial_retry_timeout": "600", "_snooze_duration": "500"])
    let served = try company.start("voice", "5111", at: monday)
    let busy = try company.start("voice", "5112", at: LineCompany.at(1))
    let asked = try company.start("ask", "5113", at: LineCompany.at(2))
    let paused = try company.start("voice", "5114", at: LineCompany.at(3))
    try company.serve(served, at: LineCompany.at(10))
    try company.event("agent-reserved", ["agent": "kate"], to: busy, at: LineCompany.at(20))
    try company.event("customer-busy", to: busy, at: LineCompany.at(20))
    try company.event("agent-reserved", ["agent": "kate"], to: asked, at: LineCompany.at(20))
    try company.event("customer-snoozed", to: asked, at: LineCompany.at(20))
    try company.event("service-paused", to: paused, at: LineCompany.at(20))
    func position(_ id: CallbackID) throws -> QueuePosition? {
      try company.engine.position(of: id.text, at: LineCompany.at(20))
    }
    func expected(_ position: Int, _ wait: Double?) -> QueuePosition {
      QueuePosition(virtualQueue: "VQ", position: position, totalWaiting: 3, estimatedWait: wait)
    }
    #expect(try position(busy) == expected(1, 600))
    // The snooze is its service's own, 300 seconds.
    #expect(try position(asked) == expected(2, 300))
    #expect(try position(paused) == expected(3, nil))
    #expect(try company.position(paused, at: LineCompany.at(20)).contains(#""_eta":"n/a""#))
    try company.event("service-resumed", to: paused, at: LineCompany.at(20))
    #expect(try position(paused) == expected(3, 30))
    try company.set("voice", ["_min_queue_wait": "3600"])
    #expect(try position(paused) == expected(3, 3583))
  }

  @Test("a callback that is not in line is refused, and one that nobody has is not found")
  func refusals() throws {
    let company = try LineCompany()
    let id = try company.start("voice", "5111", at: monday)
    func refusal() -> String? {
      do {
        return try company.position(id, at: LineCompany.at(60))
      } catch let error as CallbackError {
        #expect(error.code == .notInQueue)
        #expect(error.list("accepted") == ["QUEUED", "ROUTING", "PAUSED"])
        return error.description
      } catch {
        return "\(error)"
      }
    }
    try company.event("agent-reserved", ["agent": "kate"], to: id, at: monday)
    #expect(refusal()?.contains(#""_position":1"#) == true, "ROUTING has a place")
    try company.event("customer-answered", to: id, at: monday)
    try company.event("agent-answered", to: id, at: monday)
    #expect(
      refusal()
        == "the callback is PROCESSING and has no place in line; one has that is 'QUEUED', 'ROUTING', 'PAUSED'"
    )
    try company.event("call-ended", to: id, at: monday)
    #expect(
      refusal()
        == "the callback is COMPLETED and has no place in line; one has that is 'QUEUED', 'ROUTING', 'PAUSED'"
    )
    #expect(try company.engine.position(of: id.text, at: monday) == nil)
    for unknown in ["", "1-nonsense", id.text.uppercased() + "x"] {
      let error = #expect(throws: CallbackError.self) {
        try company.engine.ask(.checkQueuePosition, of: unknown, [:], company.context(monday))
      }
      #expect(error?.code == .unknownCallback)
      #expect(error?.description == "there is no callback '\(unknown)'")
    }
  }

  @Test("a threshold that does not read is refused by its own rule")
  func badThreshold() throws {
    let company = try LineCompany(["_agent_ready_eta_threshold": "soon"])
    let id = try company.start("open", "5111", at: monday)
    #expect(try company.position(id, at: monday).contains("eta n/a"))
    let other = try company.start("voice", "5112", at: monday)
    let error = #expect(throws: CoreError.self) { try company.position(other, at: monday) }
    #expect(error?.code == .invalidOption)
  }
}
