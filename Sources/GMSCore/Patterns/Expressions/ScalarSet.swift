/// A set of Unicode scalars as sorted ranges, with a bitmap for the ASCII ones.
struct ScalarSet: Hashable, Sendable {
  /// The scalars' numbers: ascending, apart from each other, so that equal sets have equal ranges.
  let ranges: [ClosedRange<UInt32>]
  /// One bit for each of the first 128 scalars.
  private let ascii: (low: UInt64, high: UInt64)

  /// The number of the last scalar.
  static let last: UInt32 = 0x10FFFF
  /// Every scalar.
  static let all = ScalarSet([0...last])
  /// No scalar.
  static let empty = ScalarSet([])

  /// A set of ranges in any order, which may overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = merged.last, range.lowerBound <= before.upperBound + 1 {
        merged[merged.count - 1] = before.lowerBound...max(before.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.init(merged: merged)
  }

  /// A set of one scalar.
  init(_ scalar: UInt32) { self.init(merged: [scalar...scalar]) }

  /// A set of ASCII characters.
  init(_ characters: String) { self.init(characters.unicodeScalars.map { $0.value...$0.value }) }

  private init(merged: [ClosedRange<UInt32>]) {
    ranges = merged
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for range in merged where range.lowerBound < 0x80 {
      for value in range.lowerBound...min(range.upperBound, 0x7F) {
        if value < 64 { bits.low |= 1 << value } else { bits.high |= 1 << (value - 64) }
      }
    }
    ascii = bits
  }

  /// Whether a scalar is in the set.
  ///
  /// - Complexity: O(1) for ASCII, else O(log n) for n ranges.
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return ascii.low >> scalar & 1 == 1 }
    if scalar < 128 { return ascii.high >> (scalar - 64) & 1 == 1 }
    var (from, to) = (0, ranges.count)
    while from < to {
      let middle = (from + to) / 2
      if ranges[middle].upperBound < scalar { from = middle + 1 } else { to = middle }
    }
    return from < ranges.count && ranges[from].lowerBound <= scalar
  }

  /// The scalars that are in either set.
  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// The scalars that are not in the set.
  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= ScalarSet.last { gaps.append(next...ScalarSet.last) }
    return ScalarSet(merged: gaps)
  }

  /// The scalars that are in both sets.
  func intersection(_ other: ScalarSet) -> ScalarSet { inverted.union(other.inverted).inverted }

  /// The set with the other case of each ASCII letter in it.
  var foldingCase: ScalarSet {
    var more = ranges
    for (letters, shift) in [(UInt32(0x41)...0x5A, Int32(32)), (UInt32(0x61)...0x7A, -32)] {
      for range in ranges where range.overlaps(letters) {
        let part = range.clamped(to: letters)
        let lower = UInt32(Int32(part.lowerBound) + shift)
        more.append(lower...(lower + (part.upperBound - part.lowerBound)))
      }
    }
    return ScalarSet(more)
  }

  static func == (lhs: ScalarSet, rhs: ScalarSet) -> Bool { lhs.ranges == rhs.ranges }

  func hash(into hasher: inout Hasher) { hasher.combine(ranges) }
}
