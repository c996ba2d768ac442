#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// How a group's numbers stand at an instant.
public struct AccessGroupStatus: Hashable, Sendable {
  /// The group's name.
  public let group: String
  /// How it gives its numbers out.
  public let strategy: AccessStrategy
  /// How many numbers it has.
  public let total: Int
  /// How many of them a request without a code could get now: all where numbers are shared, else those of which
  /// nothing is held.
  public let available: Int
  /// How many have a live booking.
  public let booked: Int
  /// How many have no live booking and are kept from others by a cooldown; none where numbers are shared.
  public let cooling: Int
  /// How many live bookings there are.
  public let liveBookings: Int
  /// When the first of the live bookings is over, unless it ends sooner; nil when there is none.
  public let nextExpiry: Date?

  /// Counts.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - bookings: at least all bookings that hold something on its numbers.
  ///   - node: of a `local` group only this node's bookings count; nil counts all.
  ///   - now: the instant.
  /// - Complexity: O(n) in the bookings.
  public init(
    _ group: AccessGroup,
    among bookings: some Sequence<AccessBooking>,
    node: Int? = nil,
    now: Date
  ) {
    let now = now.millisecondsSince1970
    let scope = node.flatMap(group.strategy.scope(node:))
    var live: Set<Int> = []
    var held: Set<Int> = []
    var count = 0
    var next: Int64?
    for booking in bookings where booking.isHolding(at: now) {
      guard let place = group.places[booking.number.dialled], scope == nil || booking.node == scope else {
        continue
      }
      held.insert(place)
      guard booking.state(at: now) == .live else { continue }
      live.insert(place)
      count += 1
      next = min(next ?? .max, booking.expiresAt)
    }
    self.group = group.name
    strategy = group.strategy
    total = group.numbers.count
    available = group.strategy.isExclusive ? total - held.count : total
    booked = live.count
    cooling = group.strategy.isExclusive ? held.subtracting(live).count : 0
    liveBookings = count
    nextExpiry = next.map(Date.init(millisecondsSince1970:))
  }
}
