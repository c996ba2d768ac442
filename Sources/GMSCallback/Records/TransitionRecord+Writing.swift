extension TransitionRecord {
  /// Writes the line as an object: when, what, its parameter, from where, to where.
  func write(to writer: inout RecordWriter) {
    writer.object { writer in
      writer.time("at", at)
      writer.text("event", event.name.rawValue)
      event.writeParameter(to: &writer)
      writer.text("from", from.rawValue)
      writer.text("to", to.rawValue)
    }
  }
}

extension CallbackEvent {
  /// Writes what the event brings besides its name; as ``parameters``, of which no event has more than one.
  fileprivate func writeParameter(to writer: inout RecordWriter) {
    switch self {
    case .agentReserved(let agent): writer.text("agent", agent)
    case .failed(let fault): writer.text("reason", fault.rawValue)
    case .rescheduled(let desired): writer.time("desired", desired)
    case .cancelledByAdministrator(let note): if let note { writer.text("note", note) }
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined,
      .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .cancelled, .servicePaused, .serviceResumed:
      break
    }
  }
}
