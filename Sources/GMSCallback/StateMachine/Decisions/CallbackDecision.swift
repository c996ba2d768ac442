/// What the machine decides about an event.
enum CallbackDecision {
  /// A step: ``CallbackDecider/state`` is where it leads, ``CallbackDecider/actions`` what has to be done.
  case move
  /// The event is taken and changes nothing.
  case stay(CallbackNoOp)
  /// The state does not take the event.
  case refuse
  /// The state waits for the event, but its time has not come.
  case tooEarly(due: GridInstant)
}
