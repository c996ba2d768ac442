#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What moving time on did, and when it must be done next.
public struct DriverReport: Hashable, Sendable {
  /// The steps, in order of time.
  public let steps: [DriverStep]
  /// Each attempt to deliver a notification, in order; none where the engine has no transport.
  public let deliveries: [DeliveryStep]
  /// Why notifications could not be delivered to the end, which is a fault of the store; nil when they could.
  public let deliveryFault: String?
  /// How many instances, stored values, bookings and notifications were over and are gone.
  public let removed: Int
  /// The offers that had to be made without an access number, in order of time.
  public let shortages: [OfferShortage]
  /// The next instant at which something falls due; nil when nothing will.
  public let nextDue: Date?

  /// A report from its parts.
  public init(
    steps: [DriverStep],
    deliveries: [DeliveryStep] = [],
    deliveryFault: String? = nil,
    removed: Int = 0,
    shortages: [OfferShortage] = [],
    nextDue: Date?
  ) {
    self.steps = steps
    self.deliveries = deliveries
    self.deliveryFault = deliveryFault
    self.removed = removed
    self.shortages = shortages
    self.nextDue = nextDue
  }
}
