#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackSteps {
  /// Keeps a status event for those who want to know of it.
  func note(_ status: CallbackStatusEvent, of callback: Callback, at now: Date) throws {}

  /// Keeps a message for the customer's device that an agent is there.
  func askForConfirmation(_ callback: Callback, at now: Date) throws {}
}
