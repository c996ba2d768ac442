#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

/// The life of one callback: takes events, decides, and says what has to be done.
///
/// It does nothing itself.
///
/// There is no clock, no randomness and no input or output in it: the same events at the same instants under
/// the same policy always give the same states and actions. Each pair of state and event is decided: a
/// transition, a stated no-op, or a typed refusal; the whole table stands in `Docs/StateMachine.md`.
///
///     var machine = CallbackStateMachine(desired: nine, created: now, policy: policy)
///     let timer = machine.nextTimer                        // submission-fell-due, two minutes before nine
///     let step = try machine.apply(timer.event, at: timer.due, policy: policy)
///     step.actions                                         // […, .submit(attempt: 1)]
///
/// Whoever drives it applies each timer at the instant at which it is due, in order of time; then it makes no
/// difference whether it is driven each second or once a year later.
public struct CallbackStateMachine: Hashable, Sendable {
  /// Where the callback is.
  public var state: CallbackState { kept.state(with: text) }
  /// The state and phase, without the data.
  package var kind: CallbackState.Kind { kept.kind }
  /// The state in the form in which it is decided.
  private var kept: FlatState
  /// The text that goes with it.
  private var text: String
  /// When the customer wants to be called; changes only when the callback is rescheduled.
  public var desired: Date { wish.date }
  /// The desired time in the form in which it is decided.
  private var wish: GridInstant
  /// How many seconds after the desired time the callback's life ends (`_ttl`); at most 100 years.
  public private(set) var timeToLive: Int

  /// The machine of a new callback, which is SCHEDULED even when it is due at once.
  ///
  /// An immediate callback goes the same way as any other: its submission falls due at an instant that is
  /// not after `created`, and whoever drives the machine applies that timer.
  ///
  /// - Parameters:
  ///   - desired: When the customer wants to be called.
  ///   - created: When the callback is made.
  ///   - policy: The service's options.
  public init(desired: Date, created: Date, policy: CallbackPolicy) {
    wish = GridInstant(desired)
    timeToLive = CallbackStateMachine.bounded(policy.timeToLive)
    var decider = CallbackDecider(now: GridInstant(created), state: FlatState(.scheduled))
    decider.schedule(for: wish, policy)
    kept = decider.state
    text = ""
  }

  /// The longest life that a record may have, 100 years in seconds.
  static let longestLife = 3_155_760_000

  private static func bounded(_ timeToLive: Int) -> Int { min(max(0, timeToLive), longestLife) }

  /// The machine as a record keeps it.
  package init(state: CallbackState, desired: Date, timeToLive: Int) {
    kept = FlatState(state)
    text = FlatState.text(of: state)
    wish = GridInstant(desired)
    self.timeToLive = CallbackStateMachine.bounded(timeToLive)
  }

  /// When the record's life ends: the desired time and `_ttl`.
  public var expiration: Date { end.date }

  private var end: GridInstant { wish.adding(seconds: timeToLive) }

  /// The events of time that the callback waits for; see ``CallbackState/timers(expiration:)``.
  public var timers: [CallbackTimer] { kept.pendingTimers(expiration: end).all }

  /// The timer that falls due first.
  ///
  /// There always is one: no callback waits for nothing.
  public var nextTimer: CallbackTimer { kept.pendingTimers(expiration: end).next }

  /// When the driver has to look at the callback next.
  public var nextDue: Date { nextTimer.due }

  /// Takes an event.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - now: When it happened; cut to whole milliseconds. An event of time is applied at its timer's instant.
  ///   - policy: The service's options.
  /// - Returns: The step, with what has to be done. The machine is in ``CallbackTransition/to`` then.
  /// - Throws: `CallbackError` with code `wrongState` (with the events that are accepted), `notDueYet` for an
  ///   event of time that comes too early, `notReschedulable` for a new time in any state but SCHEDULED. The
  ///   machine is as before then.
  /// - Precondition: an agent's name is not empty.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func apply(_ event: CallbackEvent, at now: Date, policy: CallbackPolicy)
    throws(CallbackError) -> CallbackTransition
  {
    if case .agentReserved(let agent) = event {
      precondition(!agent.isEmpty, "An agent's name is never empty.")
    }
    var decider = CallbackDecider(now: GridInstant(now), state: kept)
    // The text is moved there and back; only what the transition keeps besides is a copy.
    swap(&text, &decider.text)
    let decision = decider.decide(event, policy, desired: wish, timeToLive: timeToLive)
    switch decision {
    case .move:
      let before = kept
      kept = decider.state
      text = decider.text
      return CallbackTransition(
        from: before,
        event: settle(event, policy),
        decided: decider,
        noOp: nil
      )
    case .stay(let noOp):
      text = decider.text
      return CallbackTransition(from: kept, event: event, decided: decider, noOp: noOp)
    case .refuse:
      swap(&text, &decider.text)
      throw refusal(of: event, policy: policy)
    case .tooEarly(let due):
      swap(&text, &decider.text)
      throw earliness(of: event, due: due)
    }
  }

  /// What a step does besides leading to a state; answers the event with its times on whole milliseconds.
  @inline(__always)
  private mutating func settle(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackEvent {
    guard case .rescheduled(let desired) = event else { return event }
    wish = GridInstant(desired)
    timeToLive = CallbackStateMachine.bounded(policy.timeToLive)
    return .rescheduled(desired: wish.date)
  }

  /// The names of the events that the state takes under this policy, in the order of the documentation; no-ops
  /// are left out, and timers count as taken before they are due.
  ///
  /// - Complexity: O(k) decisions for the k events that there are.
  public func acceptedEvents(policy: CallbackPolicy) -> [CallbackEvent.Name] {
    let timers = timers
    return CallbackEvent.representatives.filter { event in
      if event.name.source == .time { return timers.contains { $0.event == event } }
      switch decide(event, at: desired, policy: policy) {
      case .move: return true
      case .stay, .refuse, .tooEarly: return false
      }
    }.map(\.name)
  }

  /// The decision about an event, without taking it.
  func decide(_ event: CallbackEvent, at now: Date, policy: CallbackPolicy) -> CallbackDecision {
    var decider = CallbackDecider(now: GridInstant(now), state: kept)
    decider.text = text
    return decider.decide(event, policy, desired: wish, timeToLive: timeToLive)
  }

  @inline(never)
  private func earliness(of event: CallbackEvent, due: GridInstant) -> CallbackError {
    CallbackError(
      .notDueYet,
      ["state": kind.rawValue, "event": event.name.rawValue, "due": InstantText.print(due.date)]
    )
  }

  @inline(never)
  private func refusal(of event: CallbackEvent, policy: CallbackPolicy) -> CallbackError {
    let code = event.name == .rescheduled ? CallbackError.Code.notReschedulable : .wrongState
    return CallbackError(
      code,
      [
        JSONValue.Member("state", .string(kind.rawValue)),
        JSONValue.Member("event", .string(event.name.rawValue)),
        JSONValue.Member(
          "accepted",
          .array(
            acceptedEvents(policy: policy).filter { $0.source != .time }.map { .string($0.rawValue) }
          )
        ),
      ]
    )
  }
}
