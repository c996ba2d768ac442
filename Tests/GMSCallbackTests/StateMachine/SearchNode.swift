import Foundation
import GMSCallback

/// Two callbacks, two agents, one access number, and a clock.
struct SearchNode {
  private(set) var machines: [CallbackStateMachine]
  private(set) var worlds = [World(), World()]
  private(set) var isPaused = false
  /// For which callback the number is booked.
  private(set) var booked: Int?
  private(set) var faults: [String] = []
  private var entered: [Date?] = [nil, nil]
  private var now: Date

  /// Two callbacks that are SCHEDULED, a second apart.
  init(_ policy: CallbackPolicy) {
    now = nine(-600)
    machines = [nine, nine(1)].map { CallbackStateMachine(desired: $0, created: nine(-600), policy: policy) }
  }

  /// Two callbacks that the queue has taken, one after the other.
  static func inQueue(_ policy: CallbackPolicy) -> SearchNode {
    var node = SearchNode(policy)
    node.perform(.time, policy)
    node.perform(.time, policy)
    return node
  }

  // MARK: Moves

  /// Everything that can happen next.
  func moves(_ policy: CallbackPolicy) -> [SearchMove] {
    var moves: [SearchMove] = [.time, .pause(!isPaused)]
    let held = machines.compactMap { $0.state.agent }
    for (index, machine) in machines.enumerated() {
      for name in machine.acceptedEvents(policy: policy) where name.source != .time {
        switch name {
        case .agentReserved:
          // One free agent is like another.
          guard worlds[index].finds, let free = ["kate", "tom"].first(where: { !held.contains($0) }) else {
            continue
          }
          moves.append(.event(index, .agentReserved(agent: free)))
        case .rescheduled: moves.append(.event(index, .rescheduled(desired: now.addingTimeInterval(600))))
        case .failed: moves.append(.event(index, .failed(.error)))
        case .cancelledByAdministrator: moves.append(.event(index, .cancelledByAdministrator(note: nil)))
        case .servicePaused, .serviceResumed, .submitted, .submissionFailed: continue
        default:
          moves += StateMatrixTests.events.filter { $0.name == name }.map { .event(index, $0) }
        }
      }
    }
    return moves
  }

  mutating func perform(_ move: SearchMove, _ policy: CallbackPolicy) {
    switch move {
    case .event(let index, let event): step(index, event, policy)
    case .pause(let flag):
      isPaused = flag
      for index in machines.indices { step(index, flag ? .servicePaused : .serviceResumed, policy) }
    case .time:
      let live = machines.indices.filter { machines[$0].state.name != .completed }
      guard let index = live.min(by: { machines[$0].nextDue < machines[$1].nextDue }) else { return }
      now = max(now, machines[index].nextDue)
      step(index, machines[index].nextTimer.event, policy)
    }
  }

  /// Applies an event, and what the engine does at once because of it.
  private mutating func step(_ index: Int, _ event: CallbackEvent, _ policy: CallbackPolicy) {
    let before = machines[index]
    var submits = false
    do {
      let step = try machines[index].apply(event, at: now, policy: policy)
      if step.noOp != nil {
        if machines[index] != before { faults.append("a no-op changed something") }
        return
      }
      if before.state.name == .completed { faults.append("COMPLETED took \(event)") }
      if before.state.name == .scheduled, step.to.name == .queued { entered[index] = now }
      worlds[index].happen(event)
      if booked == index, before.state.isOffer, !step.to.isOffer { booked = nil }
      for action in step.actions {
        worlds[index].execute(action)
        switch action {
        case .offerAccess: booked = booked ?? index
        case .withdrawAccess: if booked == index { booked = nil }
        case .submit: submits = true
        default: break
        }
      }
    } catch {
      faults.append("refused although it is accepted: \(event) in \(before.state.kind.rawValue)")
      return
    }
    check(index, policy)
    // A pause that is due comes before the queue's answer, as in the engine.
    if isPaused, case .queued(let queued) = machines[index].state, queued.phase.canPause {
      step(index, .servicePaused, policy)
    }
    if submits { step(index, .submitted, policy) }
  }

  // MARK: Rules

  private mutating func check(_ index: Int, _ policy: CallbackPolicy) {
    let state = machines[index].state
    faults += worlds[index].faults
    if state.agent != worlds[index].agent { faults.append("state and world hold other agents") }
    let held = worlds.compactMap(\.agent)
    if Set(held).count != held.count { faults.append("one agent on two callbacks") }
    if let booked, !machines[booked].state.isOffer {
      faults.append("the number is booked for a callback that waits for no call")
    }
    if state.name == .completed {
      if !worlds[index].isTidy { faults.append("something is left over") }
    } else if machines[index].nextDue > EndBound.end(machines[index]) {
      faults.append("it waits for longer than it may live")
    }
    if let progress = state.progress, progress.enteredAt != entered[index] {
      faults.append("the place in line was lost")
    }
    guard let attempts = state.progress?.attempts else { return }
    if attempts.dials > policy.maxDials || attempts.offers > policy.maxOffers
      || attempts.transfers > policy.maxTransfers || attempts.confirmations > policy.maxConfirmations
      || attempts.submissions > policy.maxSubmissions || attempts.rejections > policy.maxPreviewRejections
    {
      faults.append("too many attempts: \(attempts)")
    }
  }

  // MARK: Sameness

  /// A situation without the time of day.
  struct Key: Hashable {
    var kinds: [CallbackState.Kind] = []
    var phases: [CallbackState.Kind?] = []
    var attempts: [CallbackAttempts?] = []
    var agents: [String?] = []
    var reasons: [CompletionReason?] = []
    /// Every instant that a decision can depend on, in milliseconds from now.
    var instants: [Int] = []
    var order = 0
    var isPaused = false
    var booked: Int?
  }

  var key: Key {
    var key = Key()
    key.isPaused = isPaused
    key.booked = booked
    if let first = entered[0], let second = entered[1] { key.order = first < second ? 1 : 2 }
    func add(_ date: Date) { key.instants.append(Int((date.timeIntervalSince(now) * 1000).rounded())) }
    // The first agent that is held is the first, whatever the name.
    var names: [String: String] = [:]
    for machine in machines {
      let state = machine.state
      key.kinds.append(state.kind)
      key.attempts.append(state.progress?.attempts)
      key.agents.append(
        state.agent.map { name in
          names[name] = names[name] ?? "agent \(names.count)"
          return names[name] ?? name
        }
      )
      var (phase, reason): (CallbackState.Kind?, CompletionReason?) = (nil, nil)
      switch state {
      case .completed(let completed): reason = completed.reason
      case .paused(let paused):
        phase = CallbackState.queued(paused.resume).kind
        add(paused.since)
        add(paused.resume.progress.leaveBy)
        for timer in CallbackState.queued(paused.resume).timers(expiration: machine.expiration) {
          add(timer.due)
        }
      case .routing(let routing):
        if case .agentJoinsCustomer(let waitsUntil) = routing.leg { add(waitsUntil) }
        add(routing.progress.leaveBy)
      case .queued(let queued): add(queued.progress.leaveBy)
      case .scheduled, .processing: break
      }
      key.phases.append(phase)
      key.reasons.append(reason)
      if state.name != .completed { for timer in machine.timers { add(timer.due) } }
    }
    return key
  }
}

extension CallbackState {
  /// Whether the customer has to call or open the chat.
  var isOffer: Bool { kind == .waitingForCustomer || kind == .agentWaitsForCustomer }

  /// The agent who is held.
  fileprivate var agent: String? {
    switch self {
    case .queued(let queued): queued.phase.agent
    case .routing(let routing): routing.agent
    case .processing(let processing): processing.agent
    case .scheduled, .paused, .completed: nil
    }
  }

  /// The stay in the queue.
  fileprivate var progress: QueueProgress? {
    switch self {
    case .queued(let queued): queued.progress
    case .routing(let routing): routing.progress
    case .processing(let processing): processing.progress
    case .paused(let paused): paused.resume.progress
    case .scheduled, .completed: nil
    }
  }
}
