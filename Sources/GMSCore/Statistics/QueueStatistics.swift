/// How long a virtual queue is and how long one waits in it, as the routing server tells it.
///
/// GMS shows the members and their order but says of one alone what it means: `ewt`, in seconds, which may have a
/// fraction. The others are described here as this library fills them.
public struct QueueStatistics: Hashable, Sendable {
  /// `wcalls`: how many are in line, each counted by its weight.
  public var weightedCalls: Int
  /// `wpos`: the place in line that the next one gets, by weight.
  public var weightedPosition: Int
  /// `time`: when this was counted, in whole seconds since 1970.
  public var time: Int64
  /// `hit`: of those who left the line lately, how many in a hundred reached an agent.
  public var hit: Int
  /// `calls`: how many are in line.
  public var calls: Int
  /// `wt`: for how many seconds the first in line has waited.
  public var waited: Double
  /// `ewt`: how many seconds one who comes now can expect to wait.
  public var expectedWait: Double
  /// `pos`: the place in line that the next one gets, from 1.
  public var position: Int
  /// `aqt`: how many seconds those who reached an agent lately have waited, on average.
  public var averageWait: Double

  /// Statistics from their parts.
  public init(
    calls: Int,
    weightedCalls: Int,
    position: Int,
    weightedPosition: Int,
    time: Int64,
    hit: Int,
    waited: Double,
    expectedWait: Double,
    averageWait: Double
  ) {
    self.weightedCalls = weightedCalls
    self.weightedPosition = weightedPosition
    self.time = time
    self.hit = hit
    self.calls = calls
    self.waited = waited
    self.expectedWait = expectedWait
    self.position = position
    self.averageWait = averageWait
  }

  /// The answer of `urs-stat`; seconds are rounded to thousandths.
  ///
  ///     {"wcalls":20,"wpos":21,"time":1467922222,"hit":95,"calls":20,"wt":0,"ewt":300,"pos":21,"aqt":300}
  ///
  /// - Precondition: no number of seconds is infinite or NaN.
  public var json: JSONValue {
    [
      "wcalls": .integer(Int64(weightedCalls)),
      "wpos": .integer(Int64(weightedPosition)),
      "time": .integer(time),
      "hit": .integer(Int64(hit)),
      "calls": .integer(Int64(calls)),
      "wt": QueueStatistics.seconds(waited),
      "ewt": QueueStatistics.seconds(expectedWait),
      "pos": .integer(Int64(position)),
      "aqt": QueueStatistics.seconds(averageWait),
    ]
  }

  private static func seconds(_ seconds: Double) -> JSONValue {
    precondition(seconds.isFinite, "A statistic was given as \(seconds) seconds, which JSON cannot say.")
    let rounded = (seconds * 1000).rounded() / 1000
    if let whole = Int64(exactly: rounded) { return .integer(whole) }
    // Beyond 2^53 every Double is whole, so only texts such as 0.25 and 1e+300 stand here, and both are JSON.
    return .number(rounded.isFinite ? "\(rounded)" : "\(seconds)")
  }
}
