#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

extension MemoryBookings {
  /// One booking; nil when nothing is known of it.
  public func booking(_ id: AccessBookingID) -> AccessBooking? { kept(id) }

  /// Why each booking that has anything in common with a call fits it or does not.
  ///
  /// - Complexity: O(n log n) in all bookings that are kept.
  public func explain(_ call: AccessCall, now: Date) -> MatchExplanation {
    MatchExplanation(call, among: bookings, now: now)
  }

  /// How a group stands: what is free, booked, cooling.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - node: the node for which numbers of a `local` group are counted; nil counts the bookings of all nodes.
  ///   - now: the instant.
  /// - Returns: how the group stands.
  /// - Complexity: O(n log n) in all bookings that are kept.
  public func status(of group: AccessGroup, node: Int? = nil, now: Date) -> AccessGroupStatus {
    AccessGroupStatus(group, among: bookings, node: node, now: now)
  }
}
