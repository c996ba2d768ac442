#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the machine decides about an event, before anything is changed.
enum CallbackDecision {
  /// A step to a state, with what has to be done.
  case move(FlatState, CallbackActions)
  /// The event is taken and changes nothing.
  case stay(CallbackNoOp)
  /// The state does not take the event.
  case refuse
  /// The state waits for the event, but its time has not come.
  case tooEarly(due: Date)
}
