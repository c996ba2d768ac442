/// Telephony for tests: everything happens after the same few seconds, and goes well unless the customer's number says
/// otherwise (``ForcedOutcome``).
public struct ForcedBehavior: PartyBehavior, Hashable, Sendable {
  /// After how many seconds a call to a customer is answered or fails.
  public var ringing = 5.0
  /// After how many seconds an agent answers or rejects.
  public var agentAnswers = 2.0
  /// After how many seconds a customer answers a question, or calls an access number.
  public var customerAnswers = 3.0
  /// How many seconds customer and agent talk.
  public var conversation = 60.0
  /// After how many seconds a customer who is to hang up, to cancel, or to lose the callback does.
  public var impatience = 1.0

  /// Telephony whose times can be set.
  public init() {}

  /// What becomes of a question.
  public func reply(to question: PartyQuestion, of outcome: ForcedOutcome?) -> PartyReply {
    let outcome = outcome ?? ForcedOutcome(.reachable)
    switch question {
    case .dial(let attempt):
      return outcome.dialEvent(attempt).map { PartyReply($0, afterSeconds: ringing) } ?? .silence
    case .access(let attempt):
      // Where the customer calls, a call that fails is one that is not made.
      guard outcome.dialEvent(attempt) == .customerAnswered else { return .silence }
      return PartyReply(.customerCalled, afterSeconds: customerAnswers)
    case .confirmation(let question):
      return outcome.confirmationEvent(question).map { PartyReply($0, afterSeconds: customerAnswers) }
        ?? .silence
    case .preview(let agent, let canReject):
      let rejects = outcome.behavior == .agentDeclines && outcome.goesWrong(at: agent) && canReject
      return PartyReply(rejects ? .agentDeclined : .agentAccepted, afterSeconds: agentAnswers)
    case .agentCall(let agent): return PartyReply(outcome.agentEvent(agent), afterSeconds: agentAnswers)
    case .waitOnLine(let time):
      guard outcome.behavior == .hangsUp, outcome.goesWrong(at: time) else { return .silence }
      return PartyReply(.callEnded, afterSeconds: impatience)
    case .wait:
      switch outcome.behavior {
      case .cancels: return PartyReply(.cancelled, afterSeconds: impatience)
      case .interactionDeleted: return PartyReply(.failed(.interactionDeleted), afterSeconds: impatience)
      case .reachable, .busy, .noAnswer, .ringsOn, .answeringMachine, .agentDeclines, .agentDoesNotAnswer,
        .hangsUp, .doesNotConfirm, .invalidNumber, .noAgent, .notTaken, .snoozes:
        return .silence
      }
    case .conversation: return PartyReply(.callEnded, afterSeconds: conversation)
    }
  }
}
