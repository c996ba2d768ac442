import GMSCore

extension CallbackSteps {
  /// Whether the callback's service is paused and the callback is in a phase that a pause holds back.
  func isHeldBack(_ callback: Callback) throws -> Bool { false }
}
