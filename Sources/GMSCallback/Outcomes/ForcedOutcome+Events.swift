extension ForcedOutcome {
  /// What comes of the so-many-th call to the customer; nil when the telephone rings and nobody says anything.
  public func dialEvent(_ attempt: Int) -> CallbackEvent? {
    switch behavior {
    case .invalidNumber: return .numberInvalid
    case .busy: return goesWrong(at: attempt) ? .customerBusy : .customerAnswered
    case .noAnswer: return goesWrong(at: attempt) ? .customerDidNotAnswer : .customerAnswered
    case .ringsOn: return goesWrong(at: attempt) ? nil : .customerAnswered
    case .answeringMachine: return goesWrong(at: attempt) ? .answeringMachineAnswered : .customerAnswered
    case .reachable, .agentDeclines, .agentDoesNotAnswer, .hangsUp, .doesNotConfirm, .noAgent, .notTaken,
      .snoozes, .cancels, .interactionDeleted:
      return .customerAnswered
    }
  }

  /// What the so-many-th agent who is reserved for the callback does when called.
  public func agentEvent(_ agent: Int) -> CallbackEvent {
    switch behavior {
    case .agentDeclines: return goesWrong(at: agent) ? .agentDeclined : .agentAnswered
    case .agentDoesNotAnswer: return goesWrong(at: agent) ? .agentDidNotAnswer : .agentAnswered
    case .reachable, .busy, .noAnswer, .ringsOn, .answeringMachine, .hangsUp, .doesNotConfirm, .invalidNumber,
      .noAgent, .notTaken, .snoozes, .cancels, .interactionDeleted:
      return .agentAnswered
    }
  }

  /// What the customer answers to the so-many-th question whether it suits now; nil for no answer.
  public func confirmationEvent(_ question: Int) -> CallbackEvent? {
    switch behavior {
    case .doesNotConfirm: return goesWrong(at: question) ? nil : .customerConfirmed
    case .snoozes: return question == 1 ? .customerSnoozed : .customerConfirmed
    case .reachable, .busy, .noAnswer, .ringsOn, .answeringMachine, .agentDeclines, .agentDoesNotAnswer,
      .hangsUp, .invalidNumber, .noAgent, .notTaken, .cancels, .interactionDeleted:
      return .customerConfirmed
    }
  }
}
