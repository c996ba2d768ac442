import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Faults of running callbacks that were found by attack.
@Suite("Running callbacks, found by attack")
struct RunningFoundByAttackTests {
  private let now = Company.monday

  /// The event went round every rule, and a time that is long over lost the record.
  @Test(arguments: [
    ("1990-01-01T00:00:00Z", CallbackError.Code.desiredTimeInPast),
    ("9999-12-31T23:59:59Z", .desiredTimeTooFar),
    ("2025-01-06T16:00:00Z", .slotFull),
    ("2025-01-07T02:00:00Z", .outsideOfficeHours),
  ])
  func theEventRescheduledIsJudged(_ desired: String, _ code: CallbackError.Code) throws {
    let company = try Company()
    let id = try company.book("5115", at: instant("2025-01-06T15:00:00Z"), now: now).id
    try company.book("5116", at: instant("2025-01-06T16:00:00Z"), now: now)
    let before = try company.records()
    let error = #expect(throws: CallbackError.self) {
      try company.event("rescheduled", ["desired": desired], to: id, at: now)
    }
    #expect(error?.code == code)
    #expect(try company.records() == before)
    let moved = try company.event("rescheduled", ["desired": "2025-01-06T17:00:00Z"], to: id, at: now)
    #expect(moved.desired == instant("2025-01-06T17:00:00Z"))
  }

  /// More callbacks than the driver reads at once fire in the order of their times, whatever becomes due meanwhile.
  @Test func thousandsAreDrivenInOrder() throws {
    let company = try Company([
      "_max_request_by_time_bucket": "5000", "_throttle_callbacks_per_service_1": "5000",
      "_throttle_callbacks_per_service_2": "5000", "_urs_queued_ttl": "600",
    ])
    for number in 0..<1_300 {
      let seconds = Double((number * 7_919) % 28_800)
      try company.book("\(51_000 + number)", at: now.addingTimeInterval(seconds), now: now)
    }
    let report = try company.engine.run(company.context(now.addingTimeInterval(40_000)))
    let times = report.steps.map(\.transition.at)
    #expect(times == times.sorted())
    #expect(report.steps.filter { $0.transition.event == .queueTimeRanOut }.count == 1_300)
    let rest = try company.engine.run(company.context(now.addingTimeInterval(40_000)))
    #expect(rest.steps.isEmpty)
    let end = try company.engine.run(company.context(now.addingTimeInterval(300_000)))
    #expect(end.steps.count == 1_300)
    #expect(try company.records().isEmpty)
  }

  /// At the end of time all instants are one; a timer that set itself anew stopped the program.
  @Test func theEndOfTimeIsNoTrap() throws {
    let company = try Company(["_media_type": "chat", "_wait_for_agent": "false"])
    let last = Date(timeIntervalSince1970: 253_402_300_799.999)
    try company.book("5115", at: nil, now: last)
    let report = try company.engine.run(company.context(last))
    #expect(report.steps.filter { $0.transition.event == .bookingExpired }.count == 3)
    #expect(try company.records().isEmpty)
  }

  @Test(arguments: [" ", "a\nb", String(repeating: "k", count: 201)])
  func anAgentHasAName(_ agent: String) throws {
    let company = try Company()
    let id = try company.book("5115", at: nil, now: now).id
    let error = #expect(throws: CallbackError.self) {
      try company.event("agent-reserved", ["agent": agent], to: id, at: now)
    }
    #expect(error?.code == .invalidParameter)
    #expect(error?["expected"] == "the agent's name: printable text of 1 to 200 bytes")
  }

  /// What a device brings is kept with the callback, so the limits of a request hold for it.
  @Test(arguments: [
    (["subject": String(repeating: "x", count: 65_537)], CallbackError.Code.parameterTooLarge),
    ([String(repeating: "n", count: 201): "x"], .parameterTooLarge),
    (Dictionary(uniqueKeysWithValues: (0..<500).map { ("k\($0)", "v") }), .requestTooLarge),
  ])
  func aDeviceCannotBringMoreThanARequest(_ parameters: [String: String], _ code: CallbackError.Code) throws {
    let company = try Company(["_media_type": "chat", "_wait_for_agent": "false"])
    let id = try company.book("5115", at: nil, now: now).id
    let before = try company.records()
    let error = #expect(throws: CallbackError.self) {
      try company.engine.ask(.chat, of: id.text, Options(parameters), company.context(now))
    }
    #expect(error?.code == code)
    #expect(try company.records() == before)
  }

  @Test func notificationsOfNobodyAreAMistake() throws {
    let company = try Company()
    let unknown = #expect(throws: CallbackError.self) { try company.engine.notifications(of: "zz") }
    #expect(unknown?.code == .unknownCallback)
    let service = #expect(throws: CoreError.self) {
      try company.engine.notifications(services: ["suport"])
    }
    #expect(service?.code == .unknownService)
  }

  /// What runs on a node that is shut down goes on, and may be asked where it stands.
  @Test func aShutDownNodeTellsPositions() throws {
    let company = try Company()
    let id = try company.book("5115", at: nil, now: now).id
    try NodeRegistry(store: company.store).set(.shutdown, company.context(now))
    let answer = try company.engine.ask(.checkQueuePosition, of: id.text, [:], company.context(now))
    #expect(answer.body["_position"] == .integer(1))
  }
}
