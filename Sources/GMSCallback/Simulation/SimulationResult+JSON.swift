import GMSCalendar
public import GMSCore

extension SimulationResult {
  /// The names of an interval's members, in their order.
  public static let intervalFields = [
    "start", "arrivals", "refused", "scheduled", "immediate", "connected", "lost", "average_wait",
    "longest_wait", "service_level", "occupancy", "average_line", "longest_line", "waiting", "refused_by",
    "outcomes",
  ]

  /// The result as JSON.
  ///
  ///     {"service":"sample","from":"…Z","to":"…Z","agents":12,"aht":300,"handling":"log-normal","arrivals_pattern":"60/h",
  ///      "seed":1,"interval":900,"target":180,
  ///      "intervals":[{"start":"…Z","arrivals":15,"refused":0,"scheduled":4,"immediate":11,"connected":9,"lost":1,
  ///        "average_wait":41.2,"longest_wait":130.5,"service_level":0.9,"occupancy":0.712,"average_line":1.3,
  ///        "longest_line":4,"waiting":2,"refused_by":{},"outcomes":{"AGENT_CONNECTED":7}},…],
  ///      "totals":{…},"waits":{"p50":12.5,"p90":61,"p95":80,"p99":140},"live":{"SCHEDULED":2},"steps":930,
  ///      "faults":0,"fault_list":[]}
  ///
  /// Times are in seconds, shares from 0 to 1, with at most three digits behind the point; an average or a share of
  /// nothing is null. `totals` has the members of an interval, without `start`.
  public var json: JSONValue {
    .object([
      .init("service", .string(service)),
      .init("from", .string(InstantText.print(plan.from))),
      .init("to", .string(InstantText.print(plan.to))),
      .init("agents", .integer(Int64(plan.agents))),
      .init("aht", Self.number(plan.handling.seconds)),
      .init("handling", .string(plan.handling.distribution.rawValue)),
      .init("arrivals_pattern", .string(plan.arrivals.description)),
      .init("seed", .string("\(plan.seed)")),
      .init("interval", .integer(Int64(plan.interval))),
      .init("target", .integer(Int64(target))),
      .init("intervals", .array(intervals.map(Self.json))),
      .init("totals", .object(Self.members(of: totals))),
      .init(
        "waits",
        .object(waits.map { .init("p\($0.percent)", Self.number($0.seconds)) })
      ),
      .init("live", Self.counts(live)),
      .init("steps", .integer(Int64(steps))),
      .init("faults", .integer(Int64(faultCount))),
      .init("fault_list", .array(faults.map { .string($0) })),
    ])
  }

  /// An interval as JSON; see ``json``.
  static func json(_ interval: Interval) -> JSONValue {
    .object([.init("start", .string(InstantText.print(interval.start)))] + members(of: interval.tally))
  }

  private static func members(of tally: SimulationTally) -> [JSONValue.Member] {
    [
      .init("arrivals", .integer(Int64(tally.arrivals))),
      .init("refused", .integer(Int64(tally.refusals))),
      .init("scheduled", .integer(Int64(tally.scheduled))),
      .init("immediate", .integer(Int64(tally.immediate))),
      .init("connected", .integer(Int64(tally.connected))),
      .init("lost", .integer(Int64(tally.lost))),
      .init("average_wait", number(tally.averageWait)),
      .init("longest_wait", number(tally.longestWait)),
      .init("service_level", number(tally.serviceLevel)),
      .init("occupancy", number(tally.occupancy)),
      .init("average_line", number(tally.averageLine)),
      .init("longest_line", .integer(Int64(tally.longestLine))),
      .init("waiting", .integer(Int64(tally.waiting))),
      .init("refused_by", counts(tally.refused)),
      .init("outcomes", counts(tally.outcomes)),
    ]
  }

  private static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })
  }

  /// A number with at most three digits behind the point; null for nil.
  static func number(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    let thousandths = Int64((value * 1000).rounded())
    let (whole, rest) = (thousandths / 1000, abs(thousandths % 1000))
    guard rest != 0 else { return .integer(whole) }
    var digits = rest < 10 ? "00\(rest)" : rest < 100 ? "0\(rest)" : "\(rest)"
    while digits.hasSuffix("0") { digits.removeLast() }
    return .number("\(value < 0 && whole == 0 ? "-" : "")\(whole).\(digits)")
  }
}
