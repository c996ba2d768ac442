#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Synchronization

/// Gives a provider's answers again for as long as the service's `_caching_policy` allows.
///
/// An answer is kept under its joined URL, the empty answer of an idle queue too. One that was got at t for n seconds is
/// given again from t on, and no longer at t + n. Time is what requests say it is, never the machine's clock; a
/// request whose now lies before t asks anew, for that answer comes from its future.
///
/// The answers live in this object: processes share none, so each run of gmsctl asks. Two requests at the same moment
/// may both ask; the provider is never called under the lock.
public final class StatisticsCache: StatisticsProvider {
  /// How many answers are kept at most; requests choose the URLs, so there must be a bound.
  public static let capacity = 1000

  /// Who is asked.
  public let provider: any StatisticsProvider

  private struct Kept {
    var answer: QueueStatistics?
    var taken: Date
    var end: Date
  }

  private let kept = Mutex<[String: Kept]>([:])

  /// A cache in front of a provider.
  public init(_ provider: any StatisticsProvider) { self.provider = provider }

  /// What the provider answers, or answered a while ago.
  ///
  /// - Throws: what the provider throws; that is not kept.
  public func statistics(_ query: StatisticsQuery, _ reader: any StoreReader) throws -> QueueStatistics? {
    guard query.secondsKept > 0 else { return try provider.statistics(query, reader) }
    let url = query.url
    let now = query.now
    if let found = kept.withLock({ $0[url] }), found.taken <= now,
      now < found.taken + Double(query.secondsKept)
    {
      return found.answer
    }
    let answer = try provider.statistics(query, reader)
    kept.withLock { kept in
      if kept[url] == nil, kept.count >= StatisticsCache.capacity { StatisticsCache.makeRoom(&kept, at: now) }
      kept[url] = Kept(answer: answer, taken: now, end: now + Double(query.secondsKept))
    }
    return answer
  }

  /// Drops what is no longer given; where nothing is, the answer that is oldest, and of equals the first by URL.
  private static func makeRoom(_ kept: inout [String: Kept], at now: Date) {
    kept = kept.filter { $0.value.taken <= now && now < $0.value.end }
    guard kept.count >= capacity else { return }
    let oldest = kept.min { ($0.value.taken, $0.key) < ($1.value.taken, $1.key) }
    if let oldest { kept[oldest.key] = nil }
  }
}
