#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One attempt to deliver a notification, and what follows from it.
public struct DeliveryStep: Hashable, Sendable {
  /// The notification as it was brought to the transport.
  public let notification: CallbackNotification
  /// Which attempt it was, from 1.
  public let attempt: Int
  /// What followed.
  public let result: Result

  /// What follows from an attempt.
  public enum Result: Hashable, Sendable {
    /// It was delivered, and is gone from the store.
    case delivered
    /// It failed, and is tried again at that instant.
    case postponed(until: Date, reason: String)
    /// It was given up: the last attempt failed, or the transport refused it. A message for a device can still be asked
    /// for; anything else is gone from the store.
    case givenUp(reason: String)
  }

  /// An attempt from its parts.
  public init(notification: CallbackNotification, attempt: Int, result: Result) {
    self.notification = notification
    self.attempt = attempt
    self.result = result
  }
}
