#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Why a callback is in its state, what it waits for, until when, and what would happen then.
///
/// What would happen is never looked up in a table: the state machine is asked on a copy. ``lines`` is the explanation
/// for a person, ``json`` for a program.
public struct CallbackExplanation: Hashable, Sendable {
  /// The callback.
  public let callback: Callback
  /// The instant of the question.
  public let now: Date
  /// The events of time that the callback waits for, the next one first, and what each would do.
  ///
  /// There always is one: no callback waits for nothing.
  public let waits: [StepForecast]
  /// The events, besides those of time, that the callback takes now.
  public let accepted: [CallbackEvent.Name]
  /// The place in line; nil when it has none.
  public let position: QueuePosition?
  /// What a pause holds back; nil when the callback is not PAUSED.
  public let pause: PauseForecast?
  /// The limits that hold for it.
  public let limits: [CallbackLimit]

  /// An explanation.
  ///
  /// - Parameters:
  ///   - callback: The callback.
  ///   - position: Its place in line; nil when it has none.
  ///   - now: The instant of the question.
  ///   - policy: The service's options.
  /// - Throws: `CallbackError` never for a callback that the machine made.
  package init(_ callback: Callback, position: QueuePosition?, at now: Date, policy: CallbackPolicy)
    throws(CallbackError)
  {
    let machine = callback.machine
    var waits: [StepForecast] = []
    for timer in machine.timers {
      waits.append(try StepForecast(timer.event, at: timer.due, of: machine, policy: policy))
    }
    let next = machine.nextTimer
    // Of those that fall due together the machine's own order holds; sorting alone does not keep it.
    self.waits = waits.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
    precondition(self.waits.first?.event == next.event, "The forecast begins with the next timer.")
    if case .paused(let paused) = callback.state {
      pause = try PauseForecast(paused, of: machine, at: now, policy: policy)
    } else {
      pause = nil
    }
    self.callback = callback
    self.now = now
    self.position = position
    accepted = machine.acceptedEvents(policy: policy).filter { $0.source != .time }
    limits = CallbackLimit.all(of: callback, resumed: pause?.resuming.state, policy: policy)
  }

  /// The last thing that happened; nil when nothing has since the request, or the record does not tell.
  public var lastStep: TransitionRecord? { callback.history.last }

  /// Since when the callback is in its state and phase, as far as the record tells.
  public var since: Date {
    if case .completed(let completed) = callback.state { return completed.at }
    return callback.history.last { $0.from != $0.to }?.at ?? callback.created
  }

  /// The events that are accepted, by who reports them, in the order of the documentation.
  public var acceptedBySource: [(source: CallbackEvent.Source, events: [CallbackEvent.Name])] {
    CallbackEvent.Source.allCases.compactMap { source in
      let events = accepted.filter { $0.source == source }
      return events.isEmpty ? nil : (source, events)
    }
  }

  /// Whether an event of time is due already, and waits for the driver to be called.
  public func isOverdue(_ forecast: StepForecast) -> Bool { forecast.at <= now }
}
