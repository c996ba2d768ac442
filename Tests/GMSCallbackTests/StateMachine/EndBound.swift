import Foundation
import GMSCallback

/// How many steps and how much time a callback can take, from its policy and from what others did.
///
/// *Time.* A driver that applies each timer at its instant ends every state but PROCESSING at the end of the record's life
/// (desired time + `_ttl`), because each of them waits for it. A conversation that began before that may last a day
/// more. So a callback is COMPLETED at `desired + _ttl + 86,400 s` at the latest, whoever does what.
///
/// *Steps.* Each event of time is spent on something that is counted:
///
/// | event of time | at most |
/// |---|---|
/// | the reminder | one for each desired time: 1 + reschedulings |
/// | the submission | `maxSubmissions` |
/// | an offer runs out | `maxOffers` |
/// | a call to the customer is not answered | `maxDials` |
/// | the next call falls due | one after each call, and one when a submission is answered during a pause: `maxDials` + 1 |
/// | a preview, or a call to an agent, runs out | one of each for each reservation: 2 × reservations |
/// | a confirmation runs out | `maxConfirmations` × reservations |
/// | a snooze ends | snoozes |
/// | the ends (queue, wait on the line, life), and the retention | 2 |
///
/// Only agents and the customer can make the path longer, and each event of theirs is one step.
struct EndBound {
  /// How often an agent was reserved.
  var reservations = 0
  /// How often the customer snoozed.
  var snoozes = 0
  /// How often the callback was rescheduled.
  var reschedulings = 0

  /// The most events of time in the life of a callback of this policy.
  func timeEvents(_ policy: CallbackPolicy) -> Int {
    policy.maxSubmissions + policy.maxOffers + 2 * policy.maxDials
      + reservations * (policy.maxConfirmations + 2) + snoozes + reschedulings + 4
  }

  /// The latest instant at which a callback is COMPLETED.
  static func end(_ machine: CallbackStateMachine) -> Date {
    machine.expiration + Double(CallbackState.Processing.longestConversation)
  }

  /// Counts an event that the machine took.
  mutating func count(_ event: CallbackEvent) {
    switch event.name {
    case .agentReserved: reservations += 1
    case .customerSnoozed: snoozes += 1
    case .rescheduled: reschedulings += 1
    default: break
    }
  }
}
