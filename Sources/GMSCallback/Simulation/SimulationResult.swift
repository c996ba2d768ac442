#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
/// What a simulation came to: by intervals, and in all.
public struct SimulationResult: Hashable, Sendable {
  /// A stretch of the simulated time.
  public struct Interval: Hashable, Sendable {
    /// When it begins.
    public let start: Date
    /// What happened in it.
    public let tally: SimulationTally
  }

  /// A wait that a share of people did not exceed.
  public struct WaitPercentile: Hashable, Sendable {
    /// The share, in per cent.
    public let percent: Int
    /// The wait, in seconds.
    public let seconds: Double
  }

  /// What was simulated.
  public let plan: SimulationPlan
  /// The service.
  public let service: String
  /// The zone of its office hours.
  public let zoneName: String
  /// Within how many seconds of the desired time a connection counted as in time.
  public let target: Int
  /// The intervals, in order, without gaps.
  public let intervals: [Interval]
  /// All intervals together.
  public let totals: SimulationTally
  /// The waits that half, 90 %, 95 % and 99 % of those who were connected did not exceed, in seconds; empty when nobody
  /// was connected.
  public let waits: [WaitPercentile]
  /// How many callbacks were not over in the end, by state.
  public let live: [String: Int]
  /// How many steps the engine took, those of starts not included.
  public let steps: Int
  /// What the engine owed and did not do, the first twenty; empty for an engine without faults.
  public let faults: [String]
  /// How many faults there were.
  public let faultCount: Int

  /// The intervals put together so that there are at most so many.
  ///
  /// - Precondition: the limit is 1 or more.
  public func intervals(atMost limit: Int) -> [Interval] {
    precondition(limit >= 1, "There is one interval at least.")
    let size = (intervals.count + limit - 1) / limit
    guard size > 1 else { return intervals }
    return stride(from: 0, to: intervals.count, by: size).map { first in
      var tally = SimulationTally()
      for interval in intervals[first..<min(first + size, intervals.count)] { tally.add(interval.tally) }
      return Interval(start: intervals[first].start, tally: tally)
    }
  }
}
