#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What becomes of a PAUSED callback when its service is resumed.
public struct PauseForecast: Hashable, Sendable {
  /// Since when it is paused.
  public let since: Date
  /// What resuming at the moment of the question would do.
  public let resuming: StepForecast
  /// The event of time that would come first after that, and what it would do.
  public let next: StepForecast

  init(
    _ paused: CallbackState.Paused,
    of machine: CallbackStateMachine,
    at now: Date,
    policy: CallbackPolicy
  ) throws(CallbackError) {
    since = paused.since
    resuming = try StepForecast(.serviceResumed, at: now, of: machine, policy: policy)
    var resumed = machine
    try resumed.apply(.serviceResumed, at: now, policy: policy)
    let timer = resumed.nextTimer
    next = try StepForecast(timer.event, at: timer.due, of: resumed, policy: policy)
  }
}
