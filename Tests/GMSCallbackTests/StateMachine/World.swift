import GMSCallback

/// What the outside of a callback looks like when its actions are done and its events are true: who rings,
/// who talks, who is held.
///
/// It is kept from actions and events alone, and knows nothing of the machine's states.
struct World {
  enum Line { case free, ringing, connected }

  var customer = Line.free
  var agent: String?
  var agentLine = Line.free
  var finds = false
  var isOffered = false
  var faults: [String] = []

  /// What an event says that happened on the lines.
  mutating func happen(_ event: CallbackEvent) {
    switch event {
    case .customerAnswered:
      if customer != .ringing { faults.append("a customer answered who was not called") }
      customer = .connected
    case .customerBusy, .customerDidNotAnswer, .numberInvalid: customer = .free
    case .answeringMachineAnswered: customer = .connected
    case .customerCalled:
      customer = .connected
      isOffered = false
    case .callEnded:
      // Whoever is connected hangs up; when both are, one hanging up ends it for both.
      if customer == .connected { customer = .free }
      if agentLine == .connected { agentLine = .free }
    case .agentAnswered: agentLine = .connected
    case .agentDidNotAnswer, .agentDeclined, .agentUnavailable: agentLine = .free
    case .agentReserved(let name):
      if agent != nil { faults.append("two agents for one callback") }
      if !finds { faults.append("an agent whom nobody looked for") }
      agent = name
      finds = false
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .failed, .agentAccepted, .customerConfirmed,
      .customerSnoozed, .cancelled, .rescheduled, .cancelledByAdministrator, .servicePaused, .serviceResumed:
      break
    }
  }

  /// Does what the machine says.
  mutating func execute(_ action: CallbackAction) {
    switch action {
    case .findAgent:
      if finds { faults.append("a second search for an agent") }
      finds = true
    case .stopFindingAgent:
      if !finds { faults.append("no search to stop") }
      finds = false
    case .offerAccess:
      if isOffered { faults.append("a second offer") }
      isOffered = true
    case .withdrawAccess:
      if !isOffered { faults.append("no offer to withdraw") }
      isOffered = false
    case .dialCustomer:
      if customer != .free { faults.append("two dials at once") }
      customer = .ringing
    case .dialAgent(let name):
      if agent != name { faults.append("an agent is called who is not held") }
      if agentLine != .free { faults.append("an agent is called twice") }
      agentLine = .ringing
    case .hangUpCustomer:
      if customer == .free { faults.append("nobody to hang up on") }
      customer = .free
    case .releaseAgent(let name):
      if agent != name { faults.append("an agent is released who is not held") }
      agent = nil
      agentLine = .free
    case .submit, .showPreview, .askForConfirmation, .deliverStatus, .removeRecord: break
    }
  }

  /// Whether nothing is left of a callback that is over.
  var isTidy: Bool { customer == .free && agent == nil && agentLine == .free && !finds && !isOffered }
}
