#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What happened to a callback, in the past tense.
///
/// Closed: the machine decides each of them in each state.
///
/// The text form (``name``, with parameters) is what `gmsctl callback event` takes and what histories keep.
public enum CallbackEvent: Hashable, Sendable {
  // Time. The machine takes these only when the state waits for them and their instant has come.
  /// The time came to hand the callback to the queue, for the first time or again.
  case submissionFellDue
  /// The time came to remind the customer of the scheduled callback.
  case reminderFellDue
  /// The callback waited in the queue as long as `_urs_queued_ttl` allows.
  case queueTimeRanOut
  /// The agent neither accepted nor rejected the preview in time.
  case previewTimedOut
  /// The customer did not answer the question for confirmation in time.
  case confirmationTimedOut
  /// The time for which the customer snoozed is over.
  case snoozeEnded
  /// The customer did not use the access number or the chat in time.
  case bookingExpired
  /// The called party let the telephone ring for too long.
  case dialTimedOut
  /// The time came to try again to reach the customer.
  case dialRetryFellDue
  /// The customer waited on the line as long as `_max_time_to_wait_for_agent_on_the_call` allows.
  case agentWaitRanOut
  /// The callback's life (desired time + `_ttl`) ended before it was completed.
  case lifetimeEnded
  /// The record of the completed callback need not be kept any longer.
  case retentionEnded

  // The engine that queues.
  /// The queue took the callback.
  case submitted
  /// The queue did not take the callback.
  case submissionFailed
  /// The engine gave the callback up.
  case failed(CallbackFault)

  // Agents.
  /// An agent was reserved for the callback.
  case agentReserved(agent: String)
  /// The agent who was held for the callback is no longer there.
  case agentUnavailable
  /// The agent accepted the preview.
  case agentAccepted
  /// The agent rejected the preview, or the call.
  case agentDeclined
  /// The agent answered the call.
  case agentAnswered
  /// The agent did not answer the call.
  case agentDidNotAnswer

  // Telephony and the customer.
  /// The customer answered the call.
  case customerAnswered
  /// The customer's line was busy.
  case customerBusy
  /// The customer did not answer the call.
  case customerDidNotAnswer
  /// An answering machine took the call.
  case answeringMachineAnswered
  /// The network says that the customer's number does not exist.
  case numberInvalid
  /// The call that was established ended: somebody on the line hung up.
  case callEnded
  /// The customer called the access number, or opened the chat.
  case customerCalled
  /// The customer confirmed that it suits now.
  case customerConfirmed
  /// The customer asked to be left alone for `_snooze_duration`.
  case customerSnoozed
  /// The customer cancelled.
  case cancelled
  /// The customer wants another time.
  case rescheduled(desired: Date)

  // Administrators.
  /// An administrator cancelled, perhaps saying why.
  case cancelledByAdministrator(note: String?)
  /// The service was paused.
  case servicePaused
  /// The service was resumed.
  case serviceResumed
}
