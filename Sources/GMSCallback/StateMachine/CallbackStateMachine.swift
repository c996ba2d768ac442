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
  public var state: CallbackState { kept.state }
  /// The state and phase, without the data.
  package var kind: CallbackState.Kind { kept.kind }
  /// The state in the form in which it is decided.
  private var kept: FlatState
  /// When the customer wants to be called; changes only when the callback is rescheduled.
  public private(set) var desired: Date
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
    self.desired = desired.onMillisecond
    timeToLive = CallbackStateMachine.bounded(policy.timeToLive)
    kept = .scheduled(
      CallbackDecider.scheduled(for: desired.onMillisecond, from: created.onMillisecond, policy: policy)
    )
  }

  /// The longest life that a record may have, 100 years in seconds.
  static let longestLife = 3_155_760_000

  private static func bounded(_ timeToLive: Int) -> Int { min(max(0, timeToLive), longestLife) }

  /// The machine as a record keeps it.
  package init(state: CallbackState, desired: Date, timeToLive: Int) {
    kept = FlatState(state)
    self.desired = desired.onMillisecond
    self.timeToLive = CallbackStateMachine.bounded(timeToLive)
  }

  /// When the record's life ends: the desired time and `_ttl`.
  public var expiration: Date { desired.adding(seconds: timeToLive) }

  /// The events of time that the callback waits for; see ``CallbackState/timers(expiration:)``.
  public var timers: [CallbackTimer] { kept.pendingTimers(expiration: expiration).all }

  /// The timer that falls due first.
  ///
  /// There always is one: no callback waits for nothing.
  public var nextTimer: CallbackTimer { kept.pendingTimers(expiration: expiration).next }

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
    if case .rescheduled(let desired) = event {
      return try take(.rescheduled(desired: desired.onMillisecond), at: now.onMillisecond, policy: policy)
    }
    return try take(event, at: now.onMillisecond, policy: policy)
  }

  /// Takes an event whose times lie on whole milliseconds.
  private mutating func take(_ event: CallbackEvent, at now: Date, policy: CallbackPolicy)
    throws(CallbackError) -> CallbackTransition
  {
    switch decide(event, at: now, policy: policy) {
    case .move(var next, let actions):
      if case .rescheduled(let desired) = event {
        self.desired = desired
        timeToLive = CallbackStateMachine.bounded(policy.timeToLive)
      }
      swap(&kept, &next)
      return CallbackTransition(from: next, event: event, to: kept, at: now, actions: actions, noOp: nil)
    case .stay(let noOp):
      return CallbackTransition(
        from: kept,
        event: event,
        to: kept,
        at: now,
        actions: CallbackActions(),
        noOp: noOp
      )
    case .refuse: throw refusal(of: event, policy: policy)
    case .tooEarly(let due):
      throw CallbackError(
        .notDueYet,
        ["state": kind.rawValue, "event": event.name.rawValue, "due": InstantText.print(due)]
      )
    }
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
    CallbackDecider(now: now, policy: policy).decide(event, in: kept, expiration: { expiration })
  }

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
