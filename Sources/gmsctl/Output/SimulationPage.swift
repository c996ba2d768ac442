#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCallback

/// A simulated day as a person reads it: a line an interval, with bars for the line and for the wait, and the totals.
struct SimulationPage {
  private static let barWidth = 20
  /// More lines than these are put together.
  private static let mostLines = 96

  private let result: SimulationResult
  private let zone: ZoneRules

  init(_ result: SimulationResult, zone: ZoneRules) {
    self.result = result
    self.zone = zone
  }

  var text: String {
    (heading + [""] + chart + [""] + totals).joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let plan = result.plan
    let agents = plan.agents == 1 ? "1 agent" : "\(plan.agents) agents"
    return [
      "\(result.service), \(agents), \(Self.number(plan.handling.seconds)) s a call "
        + "(\(plan.handling.distribution.rawValue)), seed \(plan.seed)",
      "\(InstantText.print(plan.from)) to \(InstantText.print(plan.to)), times in \(zone.name)",
      "arrivals \(plan.arrivals)",
    ]
  }

  private var chart: [String] {
    let intervals = result.intervals(atMost: Self.mostLines)
    let mostInLine = max(1, intervals.map(\.tally.longestLine).max() ?? 1)
    let longestWait = max(1, intervals.compactMap(\.tally.averageWait).max() ?? 1)
    let isOneDay = result.plan.to.timeIntervalSince(result.plan.from) <= 86_400
    var rows = [
      ["from", "calls", "refused", "done", "lost", "in time", "busy", "most in line", "", "average wait", ""]
    ]
    for interval in intervals {
      let tally = interval.tally
      let local = zone.local(interval.start)
      rows.append([
        isOneDay ? "\(local.time)" : "\(local.date) \(local.time)",
        "\(tally.arrivals)", "\(tally.refusals)", "\(tally.connected)", "\(tally.lost)",
        Self.percent(tally.serviceLevel), Self.percent(tally.occupancy),
        "\(tally.longestLine)", Self.bar(Double(tally.longestLine) / Double(mostInLine), "#"),
        tally.averageWait.map(Self.duration) ?? "",
        Self.bar((tally.averageWait ?? 0) / longestWait, "="),
      ])
    }
    return Self.aligned(rows, left: [0, 8, 10])
  }

  private var totals: [String] {
    let totals = result.totals
    var rows = [
      ["people", "\(totals.arrivals)"],
      ["given a time", "\(totals.scheduled)"],
      ["queued at once", "\(totals.immediate)"],
      ["refused", "\(totals.refusals)\(Self.list(totals.refused))"],
      ["connected", "\(totals.connected)"],
      ["lost", "\(totals.lost)"],
      ["not over yet", "\(result.live.values.reduce(0, +))\(Self.list(result.live))"],
      ["average wait", totals.averageWait.map(Self.duration) ?? "nobody was connected"],
      ["longest wait", totals.longestWait.map(Self.duration) ?? "nobody was connected"],
    ]
    for wait in result.waits { rows.append(["\(wait.percent) % waited up to", Self.duration(wait.seconds)]) }
    rows += [
      ["in time", "\(Self.percent(totals.serviceLevel)) within \(result.target) s of the desired time"],
      ["agents busy", Self.percent(totals.occupancy)],
      ["most in line", "\(totals.longestLine)"],
    ]
    for (reason, count) in totals.outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      rows.append(["ended \(reason)", "\(count)"])
    }
    return Self.aligned(rows, left: [0, 1])
  }

  // MARK: - Text

  private static func aligned(_ rows: [[String]], left: Set<Int>) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - text.count)
        line += (column > 0 ? "  " : "") + (left.contains(column) ? text + padding : padding + text)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private static func bar(_ share: Double, _ letter: Character) -> String {
    let length = Int((share * Double(barWidth)).rounded())
    return String(repeating: letter, count: share > 0 ? max(1, length) : 0)
  }

  private static func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded()))%" } ?? ""
  }

  /// Seconds as `m:ss`, or `h:mm:ss`.
  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }

  private static func list(_ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "" }
    return " (" + counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      + ")"
  }
}
