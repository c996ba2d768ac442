// Lists of a known length are made without the array that a literal would make first.
extension CallbackActions {
  /// One action.
  @inline(__always)
  init(_ first: CallbackAction) {
    self.init()
    append(first)
  }

  /// Two actions.
  @inline(__always)
  init(_ first: CallbackAction, _ second: CallbackAction) {
    self.init(first)
    append(second)
  }

  /// Three actions.
  @inline(__always)
  init(_ first: CallbackAction, _ second: CallbackAction, _ third: CallbackAction) {
    self.init(first, second)
    append(third)
  }

  /// These actions, then others.
  @inline(__always)
  static func + (first: CallbackActions, second: CallbackActions) -> CallbackActions {
    var all = first
    all.append(contentsOf: second)
    return all
  }

  /// These actions, then another.
  @inline(__always)
  static func + (first: CallbackActions, second: CallbackAction) -> CallbackActions {
    var all = first
    all.append(second)
    return all
  }
}
