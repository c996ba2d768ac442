import GMSCalendar

/// A record that may be part of an answer: by what it is ordered, and where it is.
struct LogCandidate {
  /// The time by which the query orders it.
  let time: Int64
  /// The first sixteen bytes of its id, which mostly tell the order.
  let prefix: (high: UInt64, low: UInt64)
  let place: LogPlace

  /// A row of a table.
  init(_ row: RecordRow<LogPlace>, _ query: RecordQuery) {
    time = query.sortTime(of: row.keys)
    prefix = IndexRow.prefix(of: row.id)
    place = row.payload
  }

  /// A row of the index.
  init(_ row: IndexRow, _ query: RecordQuery) {
    time =
      switch query.order {
      case .time: row.time
      case .due: row.due
      case .created: row.created
      }
    prefix = (row.prefixHigh, row.prefixLow)
    place = LogPlace(row)
  }

  private func precedes(_ other: LogCandidate, _ source: LineSource) throws(CoreError) -> Bool {
    if time != other.time { return time < other.time }
    if prefix.high != other.prefix.high { return prefix.high < other.prefix.high }
    if prefix.low != other.prefix.low { return prefix.low < other.prefix.low }
    let (left, right) = (try source.record(place).id, try source.record(other.place).id)
    return ByteOrder.precedes(left, right)
  }

  /// Two lists in order as one.
  static func merged(
    _ left: [LogCandidate],
    _ right: [LogCandidate],
    _ source: LineSource
  ) throws(CoreError) -> [LogCandidate] {
    var answer: [LogCandidate] = []
    answer.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if try right[second].precedes(left[first], source) {
        answer.append(right[second])
        second += 1
      } else {
        answer.append(left[first])
        first += 1
      }
    }
    answer += left[first...]
    answer += right[second...]
    return answer
  }
}
