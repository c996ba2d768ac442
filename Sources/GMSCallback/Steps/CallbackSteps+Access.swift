#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackSteps {
  /// Books an access number for a callback that the customer has to call.
  func offerAccess(to callback: Callback, at now: Date, policy: CallbackPolicy) throws {}

  /// Frees every access number that is booked for a callback.
  func releaseAccess(of callback: Callback, at now: Date) throws {}
}
