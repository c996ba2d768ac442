#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// For what share of the last minutes all numbers of a group were taken, by the bookings that are still kept.
///
/// Refused requests leave no trace, because a refusal writes nothing; so their share cannot be counted. But
/// requests that come by chance meet the pool as it is on average: the share of time in which all numbers are taken
/// is the share of requests that are refused. The window is as long as ended bookings are remembered, because of the
/// time before some are gone. Before the first booking ever made the pool counts as empty.
public struct MeasuredBlocking: Hashable, Sendable {
  /// When the window begins.
  public let from: Date
  /// When it ends.
  public let to: Date
  /// How many numbers the group has now.
  public let numbers: Int
  /// The share of the window in which all numbers were taken, 0…1.
  public let blocking: Double
  /// How many numbers were taken on average: the load that was carried, in erlangs.
  public let carried: Double
  /// How many numbers were taken at most at the same time.
  public let peak: Int
  /// How many bookings were made in the window.
  public let bookings: Int

  /// Measures; nil for a group that shares its numbers, has none, or remembers no booking.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - bookings: all its bookings that are kept. Those with a code do not count: they share numbers.
  ///   - now: the end of the window.
  /// - Complexity: O(n log n).
  public init?(_ group: AccessGroup, bookings: some Sequence<AccessBooking>, now: Date) {
    guard group.strategy.isExclusive, !group.numbers.isEmpty, group.memory > 0 else { return nil }
    let end = now.millisecondsSince1970
    let start = end - Int64(group.memory) * 1000
    var steps: [(time: Int64, place: Int, change: Int)] = []
    var made = 0
    for booking in bookings where booking.code == nil {
      guard let place = group.places[booking.number.dialled] else { continue }
      let (from, to) = (max(start, booking.madeAt), min(end, booking.freeAt))
      if booking.madeAt >= start, booking.madeAt < end { made += 1 }
      guard from < to else { continue }
      steps.append((from, place, 1))
      steps.append((to, place, -1))
    }
    // At one instant ends come first: what is free at t can be given at t.
    steps.sort { ($0.time, $0.change) < ($1.time, $1.change) }
    // Nodes that lock for themselves may hold one number at the same time; it is taken once.
    var holders = [Int](repeating: 0, count: group.numbers.count)
    var taken = 0
    var (last, peak) = (start, 0)
    var (fullTime, takenTime): (Int64, Int64) = (0, 0)
    for step in steps {
      let span = step.time - last
      if taken == holders.count { fullTime += span }
      takenTime += Int64(taken) * span
      last = step.time
      let before = holders[step.place]
      holders[step.place] += step.change
      if before == 0 { taken += 1 } else if holders[step.place] == 0 { taken -= 1 }
      peak = max(peak, taken)
    }
    from = Date(millisecondsSince1970: start)
    to = Date(millisecondsSince1970: end)
    numbers = group.numbers.count
    let window = Double(end - start)
    blocking = Double(fullTime) / window
    carried = Double(takenTime) / window
    self.peak = peak
    self.bookings = made
  }
}
