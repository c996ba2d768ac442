#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

/// An offer that had to be made without an access number.
///
/// The callback goes on all the same: its device can still ask for a number with `connect`, and when the offer's time
/// is over the next one is made.
public struct OfferShortage: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// Its service.
  public let service: String
  /// When the offer was made.
  public let at: Date
  /// Why there was no number, such as `numbersExhausted`.
  public let reason: CoreError

  /// A shortage from its parts.
  public init(id: CallbackID, service: String, at: Date, reason: CoreError) {
    self.id = id
    self.service = service
    self.at = at
    self.reason = reason
  }
}
