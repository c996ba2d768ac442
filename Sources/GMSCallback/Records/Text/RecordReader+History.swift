#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RecordReader {
  /// Takes one line of the history.
  mutating func transition() -> TransitionRecord? {
    guard let at = time(#"{"at":"#), cursor.take(#","event":"#), let name = cursor.event(),
      let event = event(name), cursor.take(#","from":"#), let from = cursor.kind(), cursor.take(#","to":"#),
      let to = cursor.kind(), cursor.take(UInt8(ascii: "}"))
    else { return nil }
    return TransitionRecord(from: from, event: event, to: to, at: at)
  }

  /// The event of a name, with the parameter that comes next.
  private mutating func event(_ name: CallbackEvent.Name) -> CallbackEvent? {
    switch name {
    case .agentReserved: return text(#","agent":"#).map { .agentReserved(agent: $0) }
    case .rescheduled: return time(#","desired":"#).map { .rescheduled(desired: $0) }
    case .failed:
      guard cursor.take(#","reason":"#) else { return nil }
      return cursor.fault().map { .failed($0) }
    case .cancelledByAdministrator:
      guard cursor.take(#","note":"#) else { return .cancelledByAdministrator(note: nil) }
      return cursor.quoted().map { .cancelledByAdministrator(note: cursor.text($0)) }
    case .submissionFellDue: return .submissionFellDue
    case .reminderFellDue: return .reminderFellDue
    case .queueTimeRanOut: return .queueTimeRanOut
    case .previewTimedOut: return .previewTimedOut
    case .confirmationTimedOut: return .confirmationTimedOut
    case .snoozeEnded: return .snoozeEnded
    case .bookingExpired: return .bookingExpired
    case .dialTimedOut: return .dialTimedOut
    case .dialRetryFellDue: return .dialRetryFellDue
    case .agentWaitRanOut: return .agentWaitRanOut
    case .lifetimeEnded: return .lifetimeEnded
    case .retentionEnded: return .retentionEnded
    case .submitted: return .submitted
    case .submissionFailed: return .submissionFailed
    case .agentUnavailable: return .agentUnavailable
    case .agentAccepted: return .agentAccepted
    case .agentDeclined: return .agentDeclined
    case .agentAnswered: return .agentAnswered
    case .agentDidNotAnswer: return .agentDidNotAnswer
    case .customerAnswered: return .customerAnswered
    case .customerBusy: return .customerBusy
    case .customerDidNotAnswer: return .customerDidNotAnswer
    case .answeringMachineAnswered: return .answeringMachineAnswered
    case .numberInvalid: return .numberInvalid
    case .callEnded: return .callEnded
    case .customerCalled: return .customerCalled
    case .customerConfirmed: return .customerConfirmed
    case .customerSnoozed: return .customerSnoozed
    case .cancelled: return .cancelled
    case .servicePaused: return .servicePaused
    case .serviceResumed: return .serviceResumed
    }
  }
}
