#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

// The state in a record's stored form: GMS's name of the state and the reason stand in the record itself
// (`_callback_state`, `_callback_reason`), everything else in the object whose members are written here.
extension CallbackState {
  /// Writes the data of the state, in a fixed order; counts of 0 are left out.
  func write(to writer: inout RecordWriter) {
    switch self {
    case .scheduled(let scheduled):
      writer.time("submitAt", scheduled.submitAt)
      writer.time("remindAt", scheduled.remindAt)
    case .queued(let queued): queued.write(to: &writer)
    case .routing(let routing):
      writer.text("phase", routing.leg.kind.phaseName ?? "")
      writer.text("agent", routing.agent)
      writer.time("answerBy", routing.answerBy)
      writer.time("waitsUntil", routing.leg.waitsUntil)
      routing.progress.write(to: &writer)
    case .processing(let processing):
      writer.text("agent", processing.agent)
      writer.time("since", processing.since)
      processing.progress.write(to: &writer)
    case .paused(let paused):
      writer.time("since", paused.since)
      paused.resume.write(to: &writer)
    case .completed(let completed):
      writer.time("at", completed.at)
      if let note = completed.note { writer.text("note", note) }
      completed.attempts.write(to: &writer)
    }
  }
}

extension CallbackState.Queued {
  /// Writes the phase and the stay.
  fileprivate func write(to writer: inout RecordWriter) {
    writer.text("phase", phase.kind.phaseName ?? "")
    if let agent = phase.agent { writer.text("agent", agent) }
    writer.time("until", phase.timer?.due)
    progress.write(to: &writer)
  }
}

extension QueueProgress {
  /// Writes the stay in the queue.
  fileprivate func write(to writer: inout RecordWriter) {
    writer.time("enteredAt", enteredAt)
    writer.time("leaveBy", leaveBy)
    attempts.write(to: &writer)
  }
}

extension CallbackAttempts {
  /// Writes the counts that are not 0, as one member; nothing when nothing was tried.
  fileprivate func write(to writer: inout RecordWriter) {
    guard self != CallbackAttempts() else { return }
    writer.object("attempts") { writer in
      if submissions != 0 { writer.integer("submissions", submissions) }
      if dials != 0 { writer.integer("dials", dials) }
      if transfers != 0 { writer.integer("transfers", transfers) }
      if rejections != 0 { writer.integer("rejections", rejections) }
      if confirmations != 0 { writer.integer("confirmations", confirmations) }
      if offers != 0 { writer.integer("offers", offers) }
    }
  }
}

extension RoutingLeg {
  /// Until when the customer on the line waits; nil when no customer is.
  var waitsUntil: Date? {
    switch self {
    case .agentJoinsCustomer(let until): until
    case .diallingCustomer, .diallingAgent, .customerJoinsAgent: nil
    }
  }
}
