/// The weekly capacities as a grid for people: a row for each hour, a column for each day from Sunday.
///
///     Timestamp  Sun  Mon  Tue  Wed  Thu  Fri  Sat
///     09:00        5   10   10   10    0    0    0
extension CapacityPlan {
  private static let columns: [Weekday] = [
    .sunday, .monday, .tuesday, .wednesday, .thursday, .friday, .saturday,
  ]

  /// The grid of the week, 24 rows under a header, columns aligned.
  public var grid: String {
    let numbers = CapacityPlan.columns.map { day in week[day]?.hours ?? HourlyCapacity.none.hours }
    let width = max(3, numbers.joined().map { "\($0)".utf8.count }.max() ?? 1)
    func cell(_ text: String) -> String { String(repeating: " ", count: width + 2 - text.utf8.count) + text }
    let header = "Timestamp" + CapacityPlan.columns.map { cell($0.description) }.joined()
    let rows = (0..<24).map { hour in
      "\(Digits.padded(hour, 2)):00    " + numbers.map { cell("\($0[hour])") }.joined()
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// The dated overrides for people, a line each, earliest first; empty when there are none.
  ///
  ///     2025-12-24  09:00-12:00 1  12:00-14:00 2
  ///     2025-12-25  none
  public var overrideLines: String {
    overrides.sorted { $0.key < $1.key }.map { date, capacity in
      var spans: [String] = []
      var start = 0
      while start < 24 {
        let end = (start..<24).first { capacity[$0] != capacity[start] } ?? 24
        if capacity[start] > 0 {
          spans.append("\(Digits.padded(start, 2)):00-\(Digits.padded(end, 2)):00 \(capacity[start])")
        }
        start = end
      }
      return "\(date)  \(spans.isEmpty ? "none" : spans.joined(separator: "  "))\n"
    }.joined()
  }

  /// The week that a grid shows.
  ///
  /// The header names the days, in any order; a row begins with its hour. Cells are apart by spaces or tabs.
  /// A day or an hour that is missing has no capacity; blank lines are passed over.
  ///
  /// - Throws: `CalendarError` with code `malformedCapacityGrid`, `malformedCapacity` or `malformedCapacityHour`.
  public static func week(ofGrid text: some StringProtocol) throws(CalendarError) -> [Weekday: HourlyCapacity]
  {
    var days: [Weekday]?
    var capacities: [Weekday: [Int: Int]] = [:]
    var seen: Set<Int> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let first = cells.first else { continue }
      guard let columns = days else {
        days = try columns(ofHeader: cells.dropFirst(), line: line)
        continue
      }
      let time = try TimeOfDay(first)
      guard time.minutes % 60 == 0, time < .endOfDay else {
        throw CalendarError(.malformedCapacityHour, value: String(first), text: String(line))
      }
      let hour = time.minutes / 60
      guard cells.count == columns.count + 1 else {
        throw CalendarError(
          .malformedCapacityGrid,
          value: String(line),
          detail: "a row of \(cells.count - 1) numbers under \(columns.count) days"
        )
      }
      guard seen.insert(hour).inserted else {
        throw CalendarError(.malformedCapacityGrid, value: String(line), detail: "a second row of one hour")
      }
      for (day, cell) in zip(columns, cells.dropFirst()) {
        guard let capacity = Digits.read(cell, count: 1...9) else {
          throw CalendarError(.malformedCapacity, value: String(cell), text: String(line))
        }
        capacities[day, default: [:]][hour] = capacity
      }
    }
    guard days != nil else {
      throw CalendarError(.malformedCapacityGrid, value: String(text), detail: "empty text")
    }
    var week: [Weekday: HourlyCapacity] = [:]
    for (day, hours) in capacities where hours.values.contains(where: { $0 > 0 }) {
      week[day] = try HourlyCapacity(hours)
    }
    return week
  }

  private static func columns(
    ofHeader cells: ArraySlice<some StringProtocol>,
    line: some StringProtocol
  ) throws(CalendarError) -> [Weekday] {
    var days: [Weekday] = []
    for cell in cells {
      let day: Weekday
      do { day = try Weekday(cell) } catch { throw error.inside(line) }
      guard !days.contains(day) else {
        throw CalendarError(
          .malformedCapacityGrid,
          value: String(line),
          detail: "a header with one day twice"
        )
      }
      days.append(day)
    }
    guard !days.isEmpty else {
      throw CalendarError(.malformedCapacityGrid, value: String(line), detail: "a header without days")
    }
    return days
  }
}
