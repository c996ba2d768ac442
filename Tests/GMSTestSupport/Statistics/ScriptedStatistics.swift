import Foundation
public import GMSCore
import Synchronization

/// A provider of statistics that remembers each query, and answers by a closure.
public final class ScriptedStatistics: StatisticsProvider {
  private let answer: @Sendable (StatisticsQuery, _ count: Int) throws -> QueueStatistics?
  private let asked = Mutex<[StatisticsQuery]>([])

  /// A provider; the closure is given the query, and how many came before it.
  public init(_ answer: @escaping @Sendable (StatisticsQuery, _ count: Int) throws -> QueueStatistics?) {
    self.answer = answer
  }

  /// A provider whose n-th answer has n calls, from 1.
  public static var counting: ScriptedStatistics {
    ScriptedStatistics { query, count in .calls(count + 1, at: Int64(query.now.timeIntervalSince1970)) }
  }

  /// The queries, in order.
  public var queries: [StatisticsQuery] { asked.withLock { $0 } }

  /// Remembers the query.
  public func statistics(_ query: StatisticsQuery, _ reader: any StoreReader) throws -> QueueStatistics? {
    let count = asked.withLock { asked in
      asked.append(query)
      return asked.count - 1
    }
    return try answer(query, count)
  }
}

extension QueueStatistics {
  /// Statistics that differ by their number of calls.
  public static func calls(_ calls: Int, at time: Int64 = 0) -> QueueStatistics {
    QueueStatistics(
      calls: calls,
      weightedCalls: calls,
      position: calls + 1,
      weightedPosition: calls + 1,
      time: time,
      hit: 100,
      waited: 0,
      expectedWait: 0,
      averageWait: 0
    )
  }
}
