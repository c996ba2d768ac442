import Foundation
import GMSCallback
import GMSTestSupport

/// A random life of the machine, told as a chart's interpreter can follow it.
///
/// A chart shows no options, counts and clocks: where one event leads to several states it takes the state from the
/// event (`_event.data.target`), and a refusal by an option or a clock is told as such, with the reason decided here and
/// not by the machine.
struct ChartWalk {
  /// Event, what became of it, and the state that it led to.
  private(set) var steps: [[String]] = []

  /// A walk that is known.
  init(steps: [[String]]) { self.steps = steps }

  init(policy: CallbackPolicy, seed: UInt64, length: Int) {
    var random = SeededGenerator(seed: seed)
    var now = nine(-3600)
    var machine = CallbackStateMachine(desired: nine, created: now, policy: policy)
    for _ in 0..<length {
      let event = ChartWalk.choose(machine, &now, &random)
      let before = machine.state.kind
      do {
        let step = try machine.apply(event, at: now, policy: policy)
        let outcome =
          if step.actions.contains(.removeRecord) { "removed" } else { step.noOp == nil ? "moved" : "stayed" }
        steps.append([event.name.rawValue, outcome, ChartWalk.identifier(step.to.kind)])
      } catch {
        let isGuarded = ChartWalk.isGuarded(event, in: before, policy)
        steps.append([
          event.name.rawValue, isGuarded ? "guarded" : "refused", ChartWalk.identifier(before),
        ])
      }
    }
  }

  /// The events that the chart shows in a state, and that an option or a clock can refuse there.
  private static func isGuarded(
    _ event: CallbackEvent,
    in kind: CallbackState.Kind,
    _ policy: CallbackPolicy
  ) -> Bool {
    if event.name == .agentDeclined { return kind == .agentPreview && policy.maxPreviewRejections == 0 }
    guard let situation = Situation.all.first(where: { $0.state.kind == kind }) else { return false }
    return situation.state.timers(expiration: nine).contains { $0.event == event }
  }

  private static func choose(
    _ machine: CallbackStateMachine,
    _ now: inout Date,
    _ random: inout SeededGenerator
  ) -> CallbackEvent {
    let events = StateMatrixTests.events
    if random.oneIn(2) { now += Double(Int.random(in: 0...60, using: &random)) }
    let timers = machine.timers
    if random.oneIn(4), let timer = random.oneIn(4) ? timers.randomElement(using: &random) : timers.first,
      timer.event != .lifetimeEnded || random.oneIn(40)
    {
      now = max(now, timer.due)
      return timer.event
    }
    // Ends are seldom, or most walks would be short.
    let ends: Set<CallbackEvent.Name> = [.cancelled, .cancelledByAdministrator, .failed, .numberInvalid]
    let likely = random.oneIn(3) ? events : StateMatrixTests.taken[machine.state.kind] ?? events
    let event = likely.randomElement(using: &random) ?? .submitted
    return ends.contains(event.name) && !random.oneIn(20) ? .submitted : event
  }

  /// A kind as the charts call it.
  static func identifier(_ kind: CallbackState.Kind) -> String {
    kind.rawValue.replacing("/", with: "_").replacing("-", with: "_")
  }
}
