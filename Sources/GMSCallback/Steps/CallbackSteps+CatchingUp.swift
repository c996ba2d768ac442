#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackSteps {
  /// Lets what fell due by now happen first, each under its own time, as the driver would have done it.
  ///
  /// Who asks for an offer that is over must not get it because the driver has not come yet. A record whose
  /// retention is over stays for the driver.
  func catchUp(_ callback: inout Callback, to now: Date, policy: CallbackPolicy) throws {
    while callback.state.name != .completed {
      let timer = callback.machine.nextTimer
      guard timer.due <= now else { return }
      try apply(timer.event, to: &callback, at: timer.due, policy: policy)
    }
  }
}
