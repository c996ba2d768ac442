/// Puts rows whose keys are equal in the order of their ids, byte by byte.
///
/// The sixteen bytes that a row keeps of its id mostly tell. Where they do not, the ids are asked for.
struct IdentifierOrder {
  /// The rows that numbers name.
  let rows: [IndexRow]
  /// Whether the rows stand in the order of time and id, so that rows of one time need no further look.
  let areRowsByTime: Bool

  /// Orders those of one key by id.
  ///
  /// `items` are sorted by key, and those of one key by number.
  ///
  /// - Throws: what `id` throws.
  func settle(
    _ items: inout [KeyedNumber],
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) {
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, items[end].key == items[start].key { end += 1 }
      if end - start > 1, !isSettled(items[start..<end].lazy.map(\.number)) {
        try order(&items, start..<end, id: id)
      }
      start = end
    }
  }

  private struct Prefixed {
    let high: UInt64
    let low: UInt64
    let number: UInt32
  }

  /// Whether ascending numbers are the order of ids already.
  private func isSettled(_ numbers: some Collection<UInt32>) -> Bool {
    guard areRowsByTime, let first = numbers.first else { return false }
    let time = rows[Int(first)].time
    return numbers.allSatisfy { rows[Int($0)].time == time }
  }

  private func order(
    _ items: inout [KeyedNumber],
    _ range: Range<Int>,
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) {
    var entries = items[range].map { item in
      let row = rows[Int(item.number)]
      return Prefixed(high: row.prefixHigh, low: row.prefixLow, number: item.number)
    }
    entries.sort { ($0.high, $0.low, $0.number) < ($1.high, $1.low, $1.number) }
    var start = 0
    while start < entries.count {
      let first = entries[start]
      var end = start + 1
      while end < entries.count, entries[end].high == first.high, entries[end].low == first.low { end += 1 }
      let numbers = entries[start..<end].map(\.number)
      let settled = end - start == 1 || isSettled(numbers) ? numbers : try byID(numbers, id: id)
      for (offset, number) in settled.enumerated() {
        items[range.lowerBound + start + offset].number = number
      }
      start = end
    }
  }

  private func byID(
    _ numbers: [UInt32],
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) -> [UInt32] {
    var named: [(id: String, number: UInt32)] = []
    named.reserveCapacity(numbers.count)
    for number in numbers { named.append((try id(rows[Int(number)]), number)) }
    named.sort { lhs, rhs in
      if ByteOrder.precedes(lhs.id, rhs.id) { return true }
      // Records of two kinds may have one id.
      return !ByteOrder.precedes(rhs.id, lhs.id) && lhs.number < rhs.number
    }
    return named.map(\.number)
  }
}
