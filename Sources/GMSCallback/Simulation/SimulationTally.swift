/// What happened in a stretch of simulated time; sums of tallies are tallies of the longer stretch.
public struct SimulationTally: Hashable, Sendable {
  /// How many people asked for a callback.
  public var arrivals = 0
  /// How many were refused, by the code of the rule; `no-free-slot` are those whom no time was offered.
  public var refused: [String: Int] = [:]
  /// How many were given a time.
  public var scheduled = 0
  /// How many were put into the queue at once.
  public var immediate = 0
  /// How many customers were connected with an agent.
  public var connected = 0
  /// How many of those within the target after their desired time.
  public var connectedInTime = 0
  /// How long those waited from their desired time on, all together, in milliseconds.
  public var waitMilliseconds: Int64 = 0
  /// The longest of those waits, in milliseconds.
  public var longestWaitMilliseconds: Int64 = 0
  /// How many callbacks ended without a connection.
  public var lost = 0
  /// How many callbacks ended, by reason.
  public var outcomes: [String: Int] = [:]
  /// The most that looked for an agent at once.
  public var longestLine = 0
  /// How many looked for an agent at the end of the stretch.
  public var waiting = 0
  /// For how long agents were held by callbacks, all together, in milliseconds.
  public var busyMilliseconds: Int64 = 0
  /// For how long callbacks looked for an agent, all together, in milliseconds.
  public var searchingMilliseconds: Int64 = 0
  /// For how long agents were there, all together, in milliseconds.
  public var staffedMilliseconds: Int64 = 0
  /// How long the stretch is, in milliseconds.
  public var milliseconds: Int64 = 0

  /// A tally of nothing.
  public init() {}

  /// How many were refused.
  public var refusals: Int { refused.values.reduce(0, +) }
  /// How many callbacks ended.
  public var completed: Int { outcomes.values.reduce(0, +) }
  /// How long those who were connected waited on average, in seconds; nil when nobody was.
  public var averageWait: Double? {
    connected > 0 ? Double(waitMilliseconds) / 1000 / Double(connected) : nil
  }
  /// The longest wait of those who were connected, in seconds; nil when nobody was.
  public var longestWait: Double? { connected > 0 ? Double(longestWaitMilliseconds) / 1000 : nil }
  /// The share connected in time, of all who were connected or lost; nil when there were none.
  public var serviceLevel: Double? {
    connected + lost > 0 ? Double(connectedInTime) / Double(connected + lost) : nil
  }
  /// The share of their time for which agents were held; nil without agents.
  public var occupancy: Double? {
    staffedMilliseconds > 0 ? Double(busyMilliseconds) / Double(staffedMilliseconds) : nil
  }
  /// How many looked for an agent on average.
  public var averageLine: Double {
    milliseconds > 0 ? Double(searchingMilliseconds) / Double(milliseconds) : 0
  }

  /// Adds what happened in the stretch that follows.
  public mutating func add(_ next: SimulationTally) {
    arrivals += next.arrivals
    refused.merge(next.refused, uniquingKeysWith: +)
    scheduled += next.scheduled
    immediate += next.immediate
    connected += next.connected
    connectedInTime += next.connectedInTime
    waitMilliseconds += next.waitMilliseconds
    longestWaitMilliseconds = max(longestWaitMilliseconds, next.longestWaitMilliseconds)
    lost += next.lost
    outcomes.merge(next.outcomes, uniquingKeysWith: +)
    longestLine = max(longestLine, next.longestLine)
    waiting = next.waiting
    busyMilliseconds += next.busyMilliseconds
    searchingMilliseconds += next.searchingMilliseconds
    staffedMilliseconds += next.staffedMilliseconds
    milliseconds += next.milliseconds
  }

  /// Counts a customer who was connected.
  mutating func connect(afterMilliseconds wait: Int64, target: Int64) {
    connected += 1
    if wait <= target { connectedInTime += 1 }
    waitMilliseconds += wait
    longestWaitMilliseconds = max(longestWaitMilliseconds, wait)
  }
}
