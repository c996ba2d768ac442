/// What a callback's actions ask of those who make telephone calls, of the agents and of the customer.
///
/// Numbers of attempts count from 1.
public enum PartyQuestion: Hashable, Sendable {
  /// The customer's number is dialled.
  case dial(attempt: Int)
  /// The customer was offered an access number or a chat.
  case access(attempt: Int)
  /// The customer is asked whether it suits now; the so-many-th question to the customer, snoozes notwithstanding.
  case confirmation(question: Int)
  /// An agent is shown the callback; the so-many-th agent that was reserved for it.
  ///
  /// Where the service does not let agents reject (`_agent_preview_allow_reject` is 0), `canReject` is false.
  case preview(agent: Int, canReject: Bool)
  /// An agent's telephone rings; the so-many-th agent that was reserved for the callback.
  case agentCall(agent: Int)
  /// The customer waits on the line; for the so-many-th time.
  case waitOnLine(time: Int)
  /// The customer waits for the callback, which got into the queue.
  case wait
  /// Customer and agent talk.
  case conversation
}
