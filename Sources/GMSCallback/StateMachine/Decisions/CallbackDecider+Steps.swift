/// The steps that several states have in common.
extension CallbackDecider {
  /// ROUTING, with the called party's telephone ringing from now on.
  @inline(__always)
  mutating func ring(
    _ leg: CallbackState.Kind,
    _ policy: CallbackPolicy,
    waitsUntil: GridInstant = .none
  ) {
    state.become(leg, until: now.adding(seconds: policy.ringTimeout), waitsUntil: waitsUntil)
  }

  /// The customer's number is dialled once more.
  @inline(__always)
  mutating func dialCustomer() {
    state.attempts.dials += 1
    actions.tell(.dialInitiated)
    actions.add(.dialCustomer, attempt: state.attempts.dials)
  }

  /// The agent who is held is called once more.
  @inline(__always)
  mutating func dialAgent() {
    state.attempts.transfers += 1
    actions.tell(.routedToAgent)
    actions.add(.dialAgent, agent: text)
  }

  /// What the callback does first once the queue has it, and again after a failed call.
  mutating func begin(_ policy: CallbackPolicy) -> CallbackDecision {
    if policy.findsAgentFirst { return findAgent() }
    if policy.customerCallsIn { return offerAccess(policy) }
    dialCustomer()
    ring(.dialling, policy)
    return .move
  }

  /// In line for an agent, with the place in line that the callback has.
  @inline(__always)
  mutating func findAgent() -> CallbackDecision {
    actions.add(.findAgent)
    state.become(.waitingForAgent)
    return .move
  }

  /// What is done first with the agent who is held: the preview, where the service has one and the customer is called.
  @inline(__always)
  mutating func offer(_ policy: CallbackPolicy) -> CallbackDecision {
    guard policy.hasAgentPreview, !policy.customerCallsIn else { return confirmOrConnect(policy) }
    actions.add(.showPreview, agent: text)
    state.become(.agentPreview, until: now.adding(seconds: policy.previewTimeout))
    return .move
  }

  /// After the preview: the customer is asked first, where the service wants it.
  mutating func confirmOrConnect(_ policy: CallbackPolicy) -> CallbackDecision {
    policy.needsConfirmation ? ask(policy) : connect(policy)
  }

  /// Asks the customer whether it suits now.
  mutating func ask(_ policy: CallbackPolicy) -> CallbackDecision {
    state.attempts.confirmations += 1
    actions.add(.askForConfirmation, attempt: state.attempts.confirmations)
    state.become(.waitingForConfirmation, until: now.adding(seconds: policy.confirmationTimeout))
    return .move
  }

  /// Brings the customer and the agent who is held together, beginning with the party that the service names.
  mutating func connect(_ policy: CallbackPolicy) -> CallbackDecision {
    if policy.customerCallsIn { return offerAccess(policy) }
    switch policy.firstParty {
    case .customer:
      dialCustomer()
      ring(.diallingCustomer, policy)
    case .agent:
      dialAgent()
      ring(.diallingAgent, policy)
    }
    return .move
  }

  /// Gives the customer an access number or a chat.
  mutating func offerAccess(_ policy: CallbackPolicy) -> CallbackDecision {
    state.attempts.offers += 1
    actions.add(.offerAccess, attempt: state.attempts.offers)
    state.become(
      text.isEmpty ? .waitingForCustomer : .agentWaitsForCustomer,
      until: now.adding(seconds: policy.offerTimeout)
    )
    return .move
  }

  /// Transfers the customer, who is on the line, to the agent who is held.
  @inline(__always)
  mutating func transfer(_ policy: CallbackPolicy, waitsUntil: GridInstant) -> CallbackDecision {
    dialAgent()
    ring(.agentJoinsCustomer, policy, waitsUntil: waitsUntil)
    return .move
  }

  /// The agent is lost, and another is looked for from the same place in line.
  @inline(__always)
  mutating func backInLine() -> CallbackDecision {
    release()
    return findAgent()
  }

  /// An agent did not want the callback, or let the preview pass.
  mutating func afterRejectedPreview(_ policy: CallbackPolicy) -> CallbackDecision {
    state.attempts.rejections += 1
    let count = state.attempts.rejections
    guard count >= policy.maxPreviewRejections else { return backInLine() }
    release()
    actions.tell(.serviceExited)
    state.complete(.previewCancelled(after: Int32(clamping: count)), at: now)
    return .move
  }

  /// The customer was not reached: dialled again after a pause, or given up.
  ///
  /// - Precondition: what has to be undone was said before, and no agent is held any more.
  @inline(__always)
  mutating func dialLater(_ policy: CallbackPolicy) -> CallbackDecision {
    if state.attempts.dials >= policy.maxDials { return end(.failCallToCustomer) }
    state.become(.waitingToDial, until: now.adding(seconds: policy.dialRetryDelay))
    return .move
  }

  /// The customer, who is on the line, hung up before an agent answered.
  ///
  /// - Precondition: what has to be undone was said before, and no agent is held any more.
  mutating func afterLostCustomer(_ policy: CallbackPolicy) -> CallbackDecision {
    policy.customerCallsIn ? afterMissedOffer(policy) : dialLater(policy)
  }

  /// The customer did not use the access number or chat, or left it: offered again, or given up.
  ///
  /// - Precondition: what has to be undone was said before, and no agent is held any more.
  mutating func afterMissedOffer(_ policy: CallbackPolicy) -> CallbackDecision {
    if state.attempts.offers >= policy.maxOffers { return end(.failCallToCustomer) }
    return begin(policy)
  }
}
