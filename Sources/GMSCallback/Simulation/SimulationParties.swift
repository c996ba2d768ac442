import GMSCore

/// Telephony, agents and customers of a simulation: chance by the plan's shares, except where a number forces an
/// outcome.
struct SimulationParties: PartyBehavior {
  let plan: SimulationPlan
  private var generator: SplitMix64
  private let forced = ForcedBehavior()

  init(_ plan: SimulationPlan) {
    self.plan = plan
    // A stream of its own, so that other agents do not make other customers come.
    generator = SplitMix64(seed: plan.seed ^ 0x5EED_0F_7E1E_9A11)
  }

  mutating func reply(to question: PartyQuestion, of outcome: ForcedOutcome?) -> PartyReply {
    switch question {
    case .conversation: return PartyReply(.callEnded, afterSeconds: plan.handling.sample(&generator))
    case .wait:
      if outcome != nil { return forced.reply(to: question, of: outcome) }
      return leaving(.cancelled, plan.patience)
    case .waitOnLine:
      if outcome != nil { return forced.reply(to: question, of: outcome) }
      return leaving(.callEnded, plan.patienceOnLine)
    case .dial:
      let event =
        outcome == nil ? drawDial() : forced.reply(to: question, of: outcome).event
      guard let event else { return .silence }
      return PartyReply(event, afterSeconds: seconds(until: event))
    case .access, .confirmation:
      guard let event = forced.reply(to: question, of: outcome).event else { return .silence }
      return PartyReply(event, afterSeconds: generator.uniform(plan.customerAnswers))
    case .preview, .agentCall:
      guard let event = forced.reply(to: question, of: outcome).event else { return .silence }
      return PartyReply(event, afterSeconds: generator.uniform(plan.agentAnswers))
    }
  }

  private mutating func leaving(_ event: CallbackEvent, _ patience: Double?) -> PartyReply {
    guard let patience else { return .silence }
    return PartyReply(event, afterSeconds: min(generator.exponential(mean: patience), 1e9))
  }

  private mutating func drawDial() -> CallbackEvent {
    var draw = generator.unit()
    let shares = plan.dial
    for (share, event) in [
      (shares.busy, CallbackEvent.customerBusy), (shares.noAnswer, .customerDidNotAnswer),
      (shares.answeringMachine, .answeringMachineAnswered), (shares.invalidNumber, .numberInvalid),
    ] {
      if draw < share { return event }
      draw -= share
    }
    return .customerAnswered
  }

  /// How long it takes until a call has a result: nobody lets it ring for 25 seconds, machines take it a little later
  /// than people do, and a busy line is known at once.
  private mutating func seconds(until event: CallbackEvent) -> Double {
    switch event {
    case .customerDidNotAnswer: 25
    case .customerBusy, .numberInvalid: 2
    default: generator.uniform(plan.customerAnswers)
    }
  }
}
