import Foundation
import GMSCallback

/// One step of the state machine, from a state that a callback was led to by events.
final class MeasuredTransition {
  let name: String
  let machine: CallbackStateMachine
  let event: CallbackEvent
  let at: Date
  let policy: CallbackPolicy

  private static let nine = Date(timeIntervalSince1970: 1_795_424_400)

  /// The step that follows `path`; each event happens a second after the one before.
  init(
    _ name: String,
    _ change: (inout CallbackPolicy) -> Void = { _ in },
    after path: [CallbackEvent],
    _ event: CallbackEvent
  ) throws {
    var policy = CallbackPolicy()
    change(&policy)
    let start = Self.nine.addingTimeInterval(-3600)
    var machine = CallbackStateMachine(desired: Self.nine, created: start, policy: policy)
    var now = start
    for step in path {
      now = machine.timers.first { $0.event == step }?.due ?? now.addingTimeInterval(1)
      try machine.apply(step, at: now, policy: policy)
    }
    self.name = name
    self.machine = machine
    self.event = event
    self.policy = policy
    at = machine.timers.first { $0.event == event }?.due ?? now.addingTimeInterval(1)
    var last = machine
    try last.apply(event, at: at, policy: policy)
  }

  /// Takes the step on a copy of the machine; answers something that depends on it.
  func apply() -> Int {
    var machine = machine
    return (try? machine.apply(event, at: at, policy: policy).noOp) == nil ? 0 : 1
  }

  /// The copy that each step begins with, alone.
  func copy() -> Int {
    var machine = machine
    MeasuredTransition.touch(&machine)
    return 1
  }

  @inline(never)
  private static func touch(_ machine: inout CallbackStateMachine) {}

  /// Steps of every kind of work: the usual way of a callback, its detours, its ends, and what changes nothing.
  static func all() throws -> [MeasuredTransition] {
    let queued: [CallbackEvent] = [.submissionFellDue, .submitted]
    let reserved = queued + [.agentReserved(agent: "kate")]
    let answered = reserved + [.customerAnswered]
    let preview: (inout CallbackPolicy) -> Void = {
      $0.hasAgentPreview = true
      $0.maxPreviewRejections = 3
    }
    return [
      try MeasuredTransition("scheduled, submission fell due", after: [], .submissionFellDue),
      try MeasuredTransition(
        "scheduled, rescheduled",
        after: [],
        .rescheduled(desired: nine.addingTimeInterval(7200))
      ),
      try MeasuredTransition("submitting, submitted", after: [.submissionFellDue], .submitted),
      try MeasuredTransition("waiting, agent reserved", after: queued, .agentReserved(agent: "kate")),
      try MeasuredTransition("waiting, service paused", after: queued, .servicePaused),
      try MeasuredTransition("paused, service resumed", after: queued + [.servicePaused], .serviceResumed),
      try MeasuredTransition("preview, agent declined", preview, after: reserved, .agentDeclined),
      try MeasuredTransition(
        "confirmation, customer confirmed",
        { $0.needsConfirmation = true },
        after: reserved,
        .customerConfirmed
      ),
      try MeasuredTransition("dialling, customer busy", after: reserved, .customerBusy),
      try MeasuredTransition("dialling, timed out", after: reserved, .dialTimedOut),
      try MeasuredTransition("dialling, customer answered", after: reserved, .customerAnswered),
      try MeasuredTransition("transfer, agent answered", after: answered, .agentAnswered),
      try MeasuredTransition("processing, call ended", after: answered + [.agentAnswered], .callEnded),
      try MeasuredTransition("dialling, cancelled", after: reserved, .cancelled),
      try MeasuredTransition("dialling, paused (no-op)", after: reserved, .servicePaused),
      try MeasuredTransition(
        "long agent name, agent reserved",
        after: queued,
        .agentReserved(agent: "kate.winterbottom@agents.example.com")
      ),
    ]
  }
}

/// Each step against the bound of 50 ns; the copy of the machine that each call begins with is part of it.
func transitionMeasurements() throws -> [Measurement] {
  let steps = try MeasuredTransition.all()
  var rows = steps.map { step in
    Measurement(
      name: "transition: \(step.name)",
      nanoseconds: nanoseconds(2_000, rounds: 301) { _ in step.apply() },
      bound: 50,
      boundName: "bound"
    )
  }
  // Rounds are short, so that most of them pass without being interrupted on a machine that has other work.
  let medians = rows.map(\.nanoseconds).sorted()
  rows.append(
    Measurement(
      name: "transition: median of the \(steps.count) kinds",
      nanoseconds: medians[medians.count / 2],
      bound: 50,
      boundName: "bound"
    )
  )
  if let step = steps.last {
    rows.append(
      Measurement(
        name: "of which the copy of the machine that each call begins with",
        nanoseconds: nanoseconds(2_000, rounds: 301) { _ in step.copy() },
        bound: 50,
        boundName: "bound"
      )
    )
  }
  return rows
}
