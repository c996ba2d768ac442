import Foundation
import GMSCallback

/// A state with data, under a policy, as the matrix tries it.
///
/// All its timers are due at nine o'clock.
struct Situation: Sendable {
  let name: String
  let state: CallbackState
  let policy: CallbackPolicy

  init(_ name: String, _ policy: CallbackPolicy, _ state: CallbackState) {
    self.name = name
    self.state = state
    self.policy = policy
  }

  static func progress(_ attempts: CallbackAttempts = CallbackAttempts(submissions: 1)) -> QueueProgress {
    QueueProgress(enteredAt: nine(-600), leaveBy: nine, attempts: attempts)
  }

  static func queued(_ phase: QueuePhase, _ attempts: CallbackAttempts = .init(submissions: 1))
    -> CallbackState
  {
    .queued(CallbackState.Queued(progress: progress(attempts), phase: phase))
  }

  static func routing(_ leg: RoutingLeg, _ attempts: CallbackAttempts) -> CallbackState {
    .routing(CallbackState.Routing(progress: progress(attempts), agent: "kate", leg: leg, answerBy: nine))
  }

  static func paused(_ phase: QueuePhase) -> CallbackState {
    .paused(
      CallbackState.Paused(
        resume: CallbackState.Queued(progress: progress(), phase: phase),
        since: nine(-60)
      )
    )
  }

  /// Every state, and where the outcome depends on what was tried, also the last try.
  static let all: [Situation] = [
    Situation(
      "scheduled",
      Policies.reminding,
      .scheduled(CallbackState.Scheduled(submitAt: nine, remindAt: nine))
    ),
    Situation("submitting", Policies.customerFirst, queued(.waitingForSubmission(retryAt: nil))),
    Situation(
      "submitting for the last time",
      Policies.customerFirst,
      queued(.waitingForSubmission(retryAt: nil), CallbackAttempts(submissions: 3))
    ),
    Situation("waiting to submit", Policies.customerFirst, queued(.waitingForSubmission(retryAt: nine))),
    Situation("waiting for an agent", Policies.customerFirst, queued(.waitingForAgent)),
    Situation("preview", Policies.preview, queued(.agentPreview(agent: "kate", until: nine))),
    Situation(
      "preview without rejecting",
      Policies.previewWithoutRejecting,
      queued(.agentPreview(agent: "kate", until: nine))
    ),
    Situation(
      "confirmation",
      Policies.confirming,
      queued(.waitingForConfirmation(agent: "kate", until: nine), CallbackAttempts(confirmations: 1))
    ),
    Situation(
      "last confirmation",
      Policies.confirmingStrictly,
      queued(.waitingForConfirmation(agent: "kate", until: nine), CallbackAttempts(confirmations: 3))
    ),
    Situation("snoozed", Policies.confirming, queued(.snoozed(until: nine))),
    Situation(
      "offer without agent",
      Policies.originatedImmediate,
      queued(.waitingForCustomer(agent: nil, until: nine), CallbackAttempts(offers: 1))
    ),
    Situation(
      "offer with agent",
      Policies.originatedDelayed,
      queued(.waitingForCustomer(agent: "kate", until: nine), CallbackAttempts(offers: 1))
    ),
    Situation(
      "last offer",
      Policies.originatedDelayed,
      queued(.waitingForCustomer(agent: "kate", until: nine), CallbackAttempts(offers: 3))
    ),
    Situation("dialling", Policies.immediate, queued(.dialling(until: nine), CallbackAttempts(dials: 1))),
    Situation(
      "waiting to dial",
      Policies.customerFirst,
      queued(.waitingToDial(until: nine), CallbackAttempts(dials: 1))
    ),
    Situation(
      "waiting to dial at once",
      Policies.immediate,
      queued(.waitingToDial(until: nine), CallbackAttempts(dials: 1))
    ),
    Situation(
      "waiting on the call",
      Policies.immediate,
      queued(.waitingOnCall(until: nine), CallbackAttempts(dials: 1))
    ),
    Situation(
      "dialling the customer",
      Policies.customerFirst,
      routing(.diallingCustomer, CallbackAttempts(dials: 1))
    ),
    Situation(
      "dialling the customer for the last time",
      Policies.customerFirst,
      routing(.diallingCustomer, CallbackAttempts(dials: 3))
    ),
    Situation(
      "dialling the agent",
      Policies.agentFirst,
      routing(.diallingAgent, CallbackAttempts(transfers: 1))
    ),
    Situation(
      "dialling the agent for the last time",
      Policies.agentFirst,
      routing(.diallingAgent, CallbackAttempts(transfers: 3))
    ),
    Situation(
      "customer joins agent",
      Policies.agentFirst,
      routing(.customerJoinsAgent, CallbackAttempts(dials: 1))
    ),
    Situation(
      "agent joins customer",
      Policies.customerFirst,
      routing(.agentJoinsCustomer(waitsUntil: nine(60)), CallbackAttempts(dials: 1, transfers: 1))
    ),
    Situation(
      "agent joins customer for the last time",
      Policies.customerFirst,
      routing(.agentJoinsCustomer(waitsUntil: nine(60)), CallbackAttempts(dials: 3, transfers: 3))
    ),
    Situation(
      "processing",
      Policies.customerFirst,
      .processing(CallbackState.Processing(progress: progress(), agent: "kate", since: nine(-86_400)))
    ),
    Situation("paused", Policies.customerFirst, paused(.waitingForAgent)),
    Situation("paused submitting", Policies.customerFirst, paused(.waitingForSubmission(retryAt: nil))),
    Situation(
      "completed",
      Policies.customerFirst,
      .completed(CallbackState.Completed(reason: .agentConnected, at: nine(-10)))
    ),
  ]
}
