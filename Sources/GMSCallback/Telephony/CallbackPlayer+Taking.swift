#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// Taking a step: what its actions ask of the parties.
extension CallbackPlayer {
  /// Takes in a callback, and asks what its state asks for.
  mutating func enter(_ callback: Callback) {
    let index = parties.count
    var party = PlayedParty(callback)
    party.canReject = rejectsPreviews(callback)
    party.kind = callback.state.kind
    party.enteredAt = callback.progress?.enteredAt.millisecondsSince1970
    party.due = callback.nextDue.millisecondsSince1970
    parties.append(party)
    indexes[callback.id] = index
    lookWhenDue(index)
    // The engine does not tell the steps of a start; what they ask for can be seen from where they led.
    guard case .queued(let queued) = callback.state, !party.isForeign else { return }
    ask(.wait, .wait, of: index)
    let attempts = queued.progress.attempts
    switch queued.phase {
    case .waitingForAgent: perform(.findAgent, of: index, queued.progress)
    case .dialling: perform(.dialCustomer(attempt: attempts.dials), of: index, queued.progress)
    case .waitingForCustomer: perform(.offerAccess(attempt: attempts.offers), of: index, queued.progress)
    case .waitingForSubmission, .snoozed, .waitingToDial, .agentPreview, .waitingForConfirmation,
      .waitingOnCall:
      break
    }
  }

  private mutating func rejectsPreviews(_ callback: Callback) -> Bool {
    if let known = canReject[callback.service] { return known }
    let policy = try? engine.store.read { try engine.policy(of: callback, $0) }
    let answer = (policy?.maxPreviewRejections ?? 0) > 0
    canReject[callback.service] = answer
    return answer
  }

  /// Takes a step of a callback.
  mutating func take(_ transition: CallbackTransition, of index: Int) {
    recorded.append((index, transition))
    guard transition.noOp == nil else { return }
    let (from, to) = transition.kinds
    let state = transition.to
    note(transition, state, of: index)
    if from != to { dropPlans(of: index, from, to) }
    let progress = state.progress
    if from == .scheduled, to != .scheduled, to != .completed { ask(.wait, .wait, of: index) }
    for action in transition.actions { perform(action, of: index, progress) }
    if to == .processing, from != .processing { ask(.conversation, .customer, of: index) }
    if to == .waitingOnCall || to == .agentJoinsCustomer, !parties[index].hasPlan(.line) {
      if from != .waitingOnCall, from != .agentJoinsCustomer { parties[index].waitsOnLine += 1 }
      ask(.waitOnLine(time: parties[index].waitsOnLine), .line, of: index)
    }
    parties[index].kind = to
    if to == .completed { checkEnd(of: index) }
  }

  /// Keeps when the callback's next timer falls due, after its steps were taken.
  mutating func settle(_ index: Int, due: Date) {
    parties[index].due = parties[index].kind == .completed ? .max : due.millisecondsSince1970
    lookWhenDue(index)
  }

  /// What was planned for the old state happens no longer, except what goes on in the new one.
  private mutating func dropPlans(
    of index: Int,
    _ from: CallbackState.Kind,
    _ to: CallbackState.Kind
  ) {
    let goesOn =
      (from == .diallingCustomer && to == .dialling)
      || (from == .agentWaitsForCustomer && to == .waitingForCustomer)
    if !goesOn { parties[index].drop(.customer) }
    parties[index].drop(.agent)
    if to != .waitingOnCall, to != .agentJoinsCustomer { parties[index].drop(.line) }
    if to == .processing || to == .completed { parties[index].drop(.wait) }
  }

  private mutating func perform(
    _ action: CallbackAction,
    of index: Int,
    _ progress: QueueProgress?
  ) {
    if parties[index].isForeign { return }
    switch action {
    case .findAgent: search(index, progress)
    case .stopFindingAgent:
      stopSearching(index)
      line.remove(parties[index].id)
    case .showPreview(let name):
      checkHeld(name, by: index)
      let question = PartyQuestion.preview(
        agent: parties[index].agentsReserved,
        canReject: parties[index].canReject
      )
      ask(question, .agent, of: index)
    case .dialAgent(let name):
      checkHeld(name, by: index)
      ask(.agentCall(agent: parties[index].agentsReserved), .agent, of: index)
    case .askForConfirmation:
      parties[index].questions += 1
      ask(.confirmation(question: parties[index].questions), .customer, of: index)
    case .offerAccess(let attempt): ask(.access(attempt: attempt), .customer, of: index)
    case .withdrawAccess: parties[index].drop(.customer)
    case .dialCustomer(let attempt):
      if parties[index].leg != .none {
        fault("'\(parties[index].id)' dials its customer, who is \(parties[index].leg) already")
      }
      parties[index].leg = .ringing
      ask(.dial(attempt: attempt), .customer, of: index)
    case .hangUpCustomer:
      parties[index].drop(.customer)
      parties[index].leg = .none
    case .releaseAgent(let name):
      checkHeld(name, by: index)
      parties[index].drop(.agent)
      let agent = parties[index].agent
      if agent >= 0 { free(agent, of: index) }
    case .submit, .deliverStatus: break
    case .removeRecord: indexes[parties[index].id] = nil
    }
  }

  private mutating func search(_ index: Int, _ progress: QueueProgress?) {
    guard let progress else { return fault("'\(parties[index].id)' looks for an agent outside the queue") }
    if !parties[index].isSearching {
      parties[index].isSearching = true
      searching += 1
    }
    guard behavior.findsAgents(parties[index].outcome) else { return }
    line.insert(
      QueuePlace(priority: parties[index].priority, enteredAt: progress.enteredAt, id: parties[index].id)
    )
  }

  /// Asks a party, and plans what it does.
  private mutating func ask(_ question: PartyQuestion, _ slot: PlayedMoments.Slot, of index: Int) {
    let reply = behavior.reply(to: question, of: parties[index].outcome)
    guard let event = reply.event else { return parties[index].drop(slot) }
    let token = parties[index].plan(event, slot)
    moments.plan(slot, of: index, at: clock + reply.milliseconds, token: token)
  }
}
