/// A set of rows of one run, one bit for each.
///
/// Takes no room while it is empty.
package struct RowSet: Hashable, Sendable {
  /// How many rows the run has.
  package let capacity: Int
  /// How many rows are in the set.
  package private(set) var count = 0
  private var words: [UInt64] = []

  /// No rows, of a run that has so many.
  package init(capacity: Int) { self.capacity = capacity }

  /// Whether no row is in the set.
  package var isEmpty: Bool { count == 0 }

  /// Adds a row.
  package mutating func insert(_ number: Int) {
    precondition(number >= 0 && number < capacity, "A row was added to a set that has no place for it.")
    if words.isEmpty { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }
    let bit = UInt64(1) << UInt64(number & 63)
    if words[number >> 6] & bit == 0 {
      words[number >> 6] |= bit
      count += 1
    }
  }

  /// Adds the rows that another run has killed.
  ///
  /// - Throws: `IndexDamage` when the run has no such row.
  package mutating func formUnion(_ numbers: some Sequence<UInt32>) throws(IndexDamage) {
    for number in numbers {
      guard Int(number) < capacity else { throw .reference }
      insert(Int(number))
    }
  }

  /// Whether a row is in the set.
  package func contains(_ number: Int) -> Bool {
    guard !words.isEmpty, number >= 0, number < capacity else { return false }
    return words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// How many rows of a range are in the set.
  ///
  /// - Complexity: O(n / 64).
  package func count(in range: Range<Int>) -> Int {
    var total = 0
    eachWord(in: range) { total += $1.nonzeroBitCount }
    return total
  }

  /// The rows of a range that are in the set, ascending.
  ///
  /// - Complexity: O(n / 64 + m) for m rows.
  package func numbers(in range: Range<Int>) -> [UInt32] {
    var numbers: [UInt32] = []
    eachWord(in: range) { index, word in
      var word = word
      while word != 0 {
        numbers.append(UInt32(index << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return numbers
  }

  private func eachWord(in range: Range<Int>, _ body: (Int, UInt64) -> Void) {
    let range = range.clamped(to: 0..<capacity)
    guard !words.isEmpty, !range.isEmpty else { return }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    for index in first...last {
      var word = words[index]
      if index == first { word &= .max << UInt64(range.lowerBound & 63) }
      if index == last { word &= .max >> UInt64(63 - (range.upperBound - 1) & 63) }
      if word != 0 { body(index, word) }
    }
  }
}
