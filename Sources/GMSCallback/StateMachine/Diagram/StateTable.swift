#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The whole table of the machine, found by exercising it: from each state that can be reached under each
/// of the representative policies, each event is tried.
///
/// Nothing of it is written by hand.
struct StateTable {
  /// What an event can do in a state.
  enum Outcome: Hashable {
    /// It leads to a state, for COMPLETED with a reason.
    case leads(CallbackState.Kind, CompletionReason?)
    /// It is taken and changes nothing.
    case noOp(CallbackNoOp)
    /// It takes the record out of the store.
    case removal
  }

  /// The outcomes that are possible, by state and event, in the order in which they were found; an event that
  /// is missing is refused.
  let outcomes: [CallbackState.Kind: [CallbackEvent.Name: [Outcome]]]

  /// The table of today's code.
  ///
  /// It is worked out once and kept.
  static let current = StateTable()

  private init() {
    var outcomes: [CallbackState.Kind: [CallbackEvent.Name: [Outcome]]] = [:]
    for policy in StateTable.policies { StateTable.explore(policy, into: &outcomes) }
    self.outcomes = outcomes
  }

  /// The distinct targets of an event in a state, without reasons.
  func targets(_ kind: CallbackState.Kind, _ event: CallbackEvent.Name) -> [CallbackState.Kind] {
    var targets: [CallbackState.Kind] = []
    for case .leads(let target, _) in outcomes[kind]?[event] ?? [] where !targets.contains(target) {
      targets.append(target)
    }
    return targets
  }

  /// The events that lead from one state to another, in the order of the documentation.
  func events(from: CallbackState.Kind, to: CallbackState.Kind) -> [CallbackEvent.Name] {
    CallbackEvent.allNames.filter { targets(from, $0).contains(to) }
  }

  /// Walks through all states that differ in more than times, breadth first.
  private static func explore(
    _ policy: CallbackPolicy,
    into outcomes: inout [CallbackState.Kind: [CallbackEvent.Name: [Outcome]]]
  ) {
    let start = Date(timeIntervalSince1970: 1_750_000_000)
    let first = CallbackStateMachine(desired: start.adding(seconds: 3600), created: start, policy: policy)
    var queue = [(machine: first, now: start)]
    var seen: Set = [Situation(first)]
    var next = 0
    while next < queue.count {
      let (machine, now) = queue[next]
      next += 1
      for event in CallbackEvent.representatives {
        let at = machine.timers.first { $0.event == event }.map { max($0.due, now) } ?? now
        let outcome: Outcome
        var copy = machine
        // Refusals are decided without being thrown: most pairs are refused, and each would name all others.
        switch machine.decide(event, at: at, policy: policy) {
        case .move:
          _ = try? copy.apply(event, at: at, policy: policy)
          outcome = event == .retentionEnded ? .removal : .leads(copy.kind, copy.state.reason)
        case .stay(let noOp): outcome = .noOp(noOp)
        case .refuse, .tooEarly: continue
        }
        let known = outcomes[machine.state.kind]?[event.name] ?? []
        if !known.contains(outcome) {
          outcomes[machine.state.kind, default: [:]][event.name] = known + [outcome]
        }
        if seen.insert(Situation(copy)).inserted { queue.append((copy, at)) }
      }
    }
  }

  /// A state without its times: two callbacks in the same situation decide alike.
  private struct Situation: Hashable {
    let kind: CallbackState.Kind
    let resumes: CallbackState.Kind?
    let attempts: CallbackAttempts?
    let reason: CompletionReason?
    let isReminding: Bool

    init(_ machine: CallbackStateMachine) {
      kind = machine.state.kind
      reason = machine.state.reason
      isReminding = machine.timers.contains { $0.event == .reminderFellDue }
      switch machine.state {
      case .queued(let queued): (resumes, attempts) = (nil, queued.progress.attempts)
      case .routing(let routing): (resumes, attempts) = (nil, routing.progress.attempts)
      case .paused(let paused):
        (resumes, attempts) = (paused.resume.phase.kind, paused.resume.progress.attempts)
      case .scheduled, .processing, .completed: (resumes, attempts) = (nil, nil)
      }
    }
  }
}

extension CallbackState {
  /// How the callback ended; nil before.
  var reason: CompletionReason? {
    switch self {
    case .completed(let completed): completed.reason
    case .scheduled, .queued, .routing, .processing, .paused: nil
    }
  }
}
