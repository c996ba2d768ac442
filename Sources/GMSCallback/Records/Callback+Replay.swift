extension Callback {
  /// The machine that the history leads to when its events are applied once more.
  ///
  /// A record whose options never changed gives its own machine again: the history explains the state.
  ///
  /// - Throws: `CallbackError` for an event of the history that is refused now, such as after the service's
  ///   options were changed.
  /// - Complexity: O(n) for n lines of history.
  package func replayed(policy: CallbackPolicy) throws(CallbackError) -> CallbackStateMachine {
    var machine = CallbackStateMachine(desired: requested, created: created, policy: policy)
    for line in history {
      try machine.apply(line.event, at: line.at, policy: policy)
    }
    return machine
  }
}
