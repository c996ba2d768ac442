#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// What the engine owes to those who rely on it.
extension CallbackPlayer {
  /// Follows the customer's end of the line, and checks the step against what was before.
  mutating func note(_ transition: CallbackTransition, _ state: CallbackState, of index: Int) {
    if parties[index].isForeign { return }
    let from = transition.kinds.from
    if from != parties[index].kind {
      fault("'\(parties[index].id)' went on from \(from.rawValue), but was \(parties[index].kind.rawValue)")
    }
    let at = transition.at.millisecondsSince1970
    if at < parties[index].lastStep { fault("time goes back in '\(parties[index].id)'") }
    parties[index].lastStep = at
    if let entered = state.progress?.enteredAt.millisecondsSince1970 {
      if let before = parties[index].enteredAt, before != entered {
        fault("'\(parties[index].id)' lost its place in line")
      }
      parties[index].enteredAt = entered
    }
    switch transition.event {
    case .customerAnswered, .customerCalled, .answeringMachineAnswered: parties[index].leg = .connected
    case .customerBusy, .customerDidNotAnswer, .numberInvalid: parties[index].leg = .none
    case .callEnded: if parties[index].leg == .connected { parties[index].leg = .none }
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .failed, .agentReserved, .agentUnavailable,
      .agentAccepted, .agentDeclined, .agentAnswered, .agentDidNotAnswer, .customerConfirmed,
      .customerSnoozed, .cancelled, .rescheduled, .cancelledByAdministrator, .servicePaused,
      .serviceResumed:
      break
    }
    let agent = parties[index].agent
    if let name = state.agent, agent < 0 || agentNames[agent] != name {
      fault("'\(parties[index].id)' holds '\(name)', whom it was not given")
    }
  }

  /// Whether the agent of an action is the one that the callback was given, and has no other.
  mutating func checkHeld(_ name: String, by index: Int) {
    let agent = parties[index].agent
    guard agent >= 0, agentNames[agent] == name, agents[agent] == index else {
      return fault("'\(parties[index].id)' speaks of '\(name)', whom it does not hold")
    }
  }

  /// Whether a callback that is over has let go of everything.
  mutating func checkEnd(of index: Int) {
    if parties[index].isForeign { return }
    let (agent, leg) = (parties[index].agent, parties[index].leg)
    if agent >= 0 { fault("'\(parties[index].id)' is over and holds '\(agentNames[agent])'") }
    if leg != .none { fault("'\(parties[index].id)' is over, and its customer is \(leg)") }
    if parties[index].isSearching { fault("'\(parties[index].id)' is over and looks for an agent") }
  }
}

extension CallbackState {
  /// The stay in the queue; nil before it began and after it ended.
  var progress: QueueProgress? {
    switch self {
    case .queued(let queued): queued.progress
    case .routing(let routing): routing.progress
    case .processing(let processing): processing.progress
    case .paused(let paused): paused.resume.progress
    case .scheduled, .completed: nil
    }
  }

  /// The agent who is held; nil for none.
  var agent: String? {
    switch self {
    case .queued(let queued): queued.phase.agent
    case .routing(let routing): routing.agent
    case .processing(let processing): processing.agent
    case .scheduled, .paused, .completed: nil
    }
  }
}
