import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// A callback's way through the store: submitted when due, answered, completed, moved, cancelled, purged.
struct LifecycleTests {
  let monday = Company.monday

  @Test func aScheduledCallbackRunsToItsEnd() throws {
    let company = try Company()
    let desired = monday + Minutes(60)
    let id = try company.book("5115", at: desired, now: monday).id
    let early = try company.engine.run(company.context(desired + Minutes(-3)))
    #expect(early.steps.isEmpty)
    #expect(early.nextDue == desired + Minutes(-2))

    let report = try company.engine.run(company.context(desired + Minutes(-2)))
    #expect(report.steps.map(\.transition.event) == [.submissionFellDue, .submitted])
    #expect(report.steps.allSatisfy { $0.id == id && $0.service == "support" })
    #expect(try company.engine.callback(id.text).state.kind == .waitingForAgent)

    try company.event("agent-reserved", ["agent": "kate"], to: id, at: desired)
    try company.event("customer-answered", to: id, at: desired + Minutes(1))
    #expect(try company.event("agent-answered", to: id, at: desired + Minutes(1)).state.name == .processing)
    let done = try company.event("call-ended", to: id, at: desired + Minutes(9))
    #expect(done.completionReason == .agentConnected)
    #expect(
      done.history.map(\.event.name.rawValue) == [
        "submission-fell-due", "submitted", "agent-reserved", "customer-answered", "agent-answered",
        "call-ended",
      ]
    )
  }

  @Test func aRecordIsPurgedWhenItsLifeIsOver() throws {
    let company = try Company(["_ttl": "3600"])
    let desired = monday + Minutes(60)
    let id = try company.book("5115", at: desired, now: monday).id
    try company.engine.cancel(id.text, company.context(monday))
    #expect(try company.engine.run(company.context(desired + Minutes(59))).steps.isEmpty)
    let report = try company.engine.run(company.context(desired + Minutes(60)))
    #expect(report.steps.map(\.transition.event) == [.retentionEnded])
    #expect(report.nextDue == nil)
    let error = #expect(throws: CallbackError.self) { try company.engine.callback(id.text) }
    #expect(error?.code == .unknownCallback)
    #expect(error?.status == 404)
  }

  @Test func submissionsThatFailAreTriedAgainAndThenGivenUp() throws {
    let company = try Company(["_max_ors_submit_attempts": "2"], submit: { _ in false })
    let desired = monday + Minutes(60)
    let id = try company.book("5115", at: desired, now: monday).id
    let report = try company.engine.run(company.context(desired))
    #expect(
      report.steps.map(\.transition.event) == [
        .submissionFellDue, .submissionFailed, .submissionFellDue, .submissionFailed,
      ]
    )
    #expect(try company.engine.callback(id.text).completionReason == .submitFailed)
  }

  /// The same callbacks, moved on each ten seconds or once: the same records, byte for byte.
  @Test func oftenOrOnceMakesNoDifference() throws {
    for seed in 0..<6 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (often, once) = (
        try Company(
          ["_max_request_by_time_bucket": "9", "_ttl": "7200"],
          submit: { $0.properties["flaky"] == nil }
        ),
        try Company(
          ["_max_request_by_time_bucket": "9", "_ttl": "7200"],
          submit: { $0.properties["flaky"] == nil }
        )
      )
      for number in 0..<20 {
        let desired = monday + Minutes(Int.random(in: 3...400, using: &random))
        let parameters: Options = random.oneIn(3) ? ["flaky": "yes"] : [:]
        try often.book("\(10_000 + number)", at: desired, now: monday, parameters)
        try once.book("\(10_000 + number)", at: desired, now: monday, parameters)
      }
      let end = monday + Minutes(5 * 60 + Int.random(in: 0...300, using: &random))
      var steps: [DriverStep] = []
      var now = monday
      while now < end {
        now = min(end, now.addingTimeInterval(Double(Int.random(in: 1...120, using: &random))))
        steps += try often.engine.run(often.context(now)).steps
      }
      #expect(try once.engine.run(once.context(end)).steps == steps, "seed \(seed)")
      #expect(try once.records() == often.records(), "seed \(seed)")
    }
  }

  @Test func anEventThatTheStateRefusesWritesNothing() throws {
    let company = try Company()
    let id = try company.book("5115", at: monday + Minutes(60), now: monday).id
    let before = try company.records()
    let error = #expect(throws: CallbackError.self) {
      try company.event("agent-answered", to: id, at: monday)
    }
    #expect(error?.code == .wrongState)
    #expect(try company.records() == before)
    #expect(throws: CallbackError.self) {
      try company.engine.cancel("1-00000000-0000-4000-8000-000000000000", company.context(monday))
    }
  }

  @Test func cancellingFreesTheSlotAndIsFinal() throws {
    let company = try Company()
    let desired = monday + Minutes(60)
    let id = try company.book("5115", at: desired, now: monday).id
    #expect(throws: CallbackError.self) { try company.book("5116", at: desired, now: monday) }
    #expect(try company.engine.cancel(id.text, company.context(monday)).completionReason == .cancelled)
    try company.book("5116", at: desired, now: monday)
    #expect(throws: CallbackError.self) { try company.engine.cancel(id.text, company.context(monday)) }
    let other = try company.book("5117", at: desired + Minutes(15), now: monday).id
    let cancelled = try company.engine.cancelByAdministrator(
      other.text,
      note: "closed for snow",
      company.context(monday)
    )
    #expect(cancelled.completionReason == .cancelledByAdministrator)
    guard case .completed(let completed) = cancelled.state else {
      Issue.record("the callback is \(cancelled.state.kind.rawValue)")
      return
    }
    #expect(completed.note == "closed for snow")
  }

  @Test func reschedulingMovesTheBooking() throws {
    let company = try Company()
    let first = monday + Minutes(60)
    let callback = try company.book("5115", at: first, now: monday, ["foo": "bar", "gone": "soon"])
    let moved = try company.engine.reschedule(
      callback.id.text,
      to: first + Minutes(30),
      parameters: ["foo": "new", "gone": ""],
      company.context(monday)
    )
    #expect(moved.id == callback.id)
    #expect(moved.desired == first + Minutes(30))
    #expect(moved.expiration == moved.desired.addingTimeInterval(86_400))
    #expect(moved.properties["foo"] == "new")
    #expect(moved.properties["gone"] == nil)
    try company.book("5116", at: first, now: monday)
    #expect(throws: CallbackError.self, "the slot is another's now") {
      try company.engine.reschedule(callback.id.text, to: first, company.context(monday))
    }
    // Inside its own full slot a callback may move: it does not count against itself.
    #expect(
      try company.engine.reschedule(callback.id.text, to: first + Minutes(37), company.context(monday))
        .desired
        == first + Minutes(37)
    )
    // Only properties: the time stays.
    #expect(
      try company.engine.reschedule(callback.id.text, parameters: ["x": "y"], company.context(monday)).desired
        == first + Minutes(37)
    )
  }

  @Test func reschedulingACompletedOneMakesANewRecord() throws {
    let company = try Company()
    let desired = monday + Minutes(60)
    let old = try company.book("5115", at: desired, now: monday, ["foo": "bar"])
    let cancelled = try company.engine.cancel(old.id.text, company.context(monday))
    let new = try company.engine.reschedule(
      old.id.text,
      to: desired + Minutes(60),
      parameters: ["more": "data"],
      company.context(monday)
    )
    #expect(new.id != old.id)
    #expect(new.properties["_orig_service_id"] == old.id.text)
    #expect(new.properties["foo"] == "bar")
    #expect(new.properties["more"] == "data")
    #expect(new.state.name == .scheduled)
    #expect(try company.engine.callback(old.id.text) == cancelled, "the old record stays as it was")
  }

  @Test func aQueuedCallbackIsNotRescheduled() throws {
    let company = try Company()
    let id = try company.book("5115", at: nil, now: monday).id
    let error = #expect(throws: CallbackError.self) {
      try company.engine.reschedule(id.text, to: monday + Minutes(60), company.context(monday))
    }
    #expect(error?.code == .notReschedulable)
    #expect(
      error?.description
        == "the callback is QUEUED and cannot be rescheduled; only one that is SCHEDULED or COMPLETED can"
    )
  }

  @Test func aCallbackOfADeletedServiceStillEnds() throws {
    let company = try Company()
    let id = try company.book("5115", at: monday + Minutes(60), now: monday).id
    try company.store.write(StoreChange(time: monday, command: "test")) { writer in
      try writer.setConfiguration(ServiceEditor().delete("support", in: writer.configuration()))
    }
    try company.engine.run(company.context(monday + Minutes(2 * 1440)))
    try company.engine.run(company.context(monday + Minutes(10 * 1440)))
    #expect(throws: CallbackError.self) { try company.engine.callback(id.text) }
    #expect(try company.engine.nextDue() == nil)
  }
}
