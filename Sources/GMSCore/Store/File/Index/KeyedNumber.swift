/// A key to sort by, and the number of what it belongs to.
struct KeyedNumber: Hashable, Sendable, BitwiseCopyable {
  var key: UInt64
  var number: UInt32

  /// A time as a key: keys order as their times do.
  static func key(of time: Int64) -> UInt64 { UInt64(bitPattern: time) ^ 1 << 63 }

  /// The time of a key.
  static func time(of key: UInt64) -> Int64 { Int64(bitPattern: key ^ 1 << 63) }
}

extension [KeyedNumber] {
  /// Sorts by key; those of one key stay in the order that they have.
  ///
  /// Byte by byte from the lowest, without the bytes that all keys share: a million keys take a few
  /// hundredths of a second, and a sort by comparison takes several times as long.
  ///
  /// - Complexity: O(n), with room for as many again; O(n log n) below 256.
  mutating func sortByKey() {
    if count < 256 {
      // The places tell those of one key apart: the library does not promise that its sort keeps their order.
      let sorted = enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      self = sorted.map(\.element)
      return
    }
    var counts = [Int](repeating: 0, count: 8 * 256)
    var isSorted = true
    var last: UInt64 = 0
    for element in self {
      isSorted = isSorted && last <= element.key
      last = element.key
      for byte in 0..<8 { counts[byte << 8 | element.digit(byte)] += 1 }
    }
    if isSorted { return }
    var other = self
    for byte in 0..<8 {
      var places = Array<Int>(counts[(byte << 8)..<(byte << 8 + 256)])
      if places.contains(count) { continue }
      var total = 0
      for digit in 0..<256 {
        let here = places[digit]
        places[digit] = total
        total += here
      }
      other.withUnsafeMutableBufferPointer { other in
        places.withUnsafeMutableBufferPointer { places in
          for element in self {
            let digit = element.digit(byte)
            other[places[digit]] = element
            places[digit] += 1
          }
        }
      }
      swap(&self, &other)
    }
  }
}

extension KeyedNumber {
  @inline(__always) fileprivate func digit(_ byte: Int) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(8 * byte) & 0xff)
  }
}
