#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension CallbackEvent {
  /// One event of each name, in the order of ``allNames``.
  ///
  /// No decision looks at more of a parameter than that it is there, so one of each stands for all.
  static let representatives: [CallbackEvent] = Name.allCases.map { $0.representative }
}

extension CallbackEvent.Name {
  /// An event of this name.
  var representative: CallbackEvent {
    switch self {
    case .agentReserved: .agentReserved(agent: "agent")
    case .failed: .failed(.error)
    case .rescheduled: .rescheduled(desired: Date(secondsSince1970: 0))
    case .cancelledByAdministrator: .cancelledByAdministrator(note: nil)
    case .submissionFellDue: .submissionFellDue
    case .reminderFellDue: .reminderFellDue
    case .queueTimeRanOut: .queueTimeRanOut
    case .previewTimedOut: .previewTimedOut
    case .confirmationTimedOut: .confirmationTimedOut
    case .snoozeEnded: .snoozeEnded
    case .bookingExpired: .bookingExpired
    case .dialTimedOut: .dialTimedOut
    case .dialRetryFellDue: .dialRetryFellDue
    case .agentWaitRanOut: .agentWaitRanOut
    case .lifetimeEnded: .lifetimeEnded
    case .retentionEnded: .retentionEnded
    case .submitted: .submitted
    case .submissionFailed: .submissionFailed
    case .agentUnavailable: .agentUnavailable
    case .agentAccepted: .agentAccepted
    case .agentDeclined: .agentDeclined
    case .agentAnswered: .agentAnswered
    case .agentDidNotAnswer: .agentDidNotAnswer
    case .customerAnswered: .customerAnswered
    case .customerBusy: .customerBusy
    case .customerDidNotAnswer: .customerDidNotAnswer
    case .answeringMachineAnswered: .answeringMachineAnswered
    case .numberInvalid: .numberInvalid
    case .callEnded: .callEnded
    case .customerCalled: .customerCalled
    case .customerConfirmed: .customerConfirmed
    case .customerSnoozed: .customerSnoozed
    case .cancelled: .cancelled
    case .servicePaused: .servicePaused
    case .serviceResumed: .serviceResumed
    }
  }
}
