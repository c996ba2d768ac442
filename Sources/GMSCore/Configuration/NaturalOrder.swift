/// The order in which people expect names that end in numbers: `_holiday2` before `_holiday10`.
public enum NaturalOrder {
  /// Whether `lhs` stands before `rhs`: runs of ASCII digits compare as numbers, all else byte by byte.
  ///
  /// Names that are equal in this order but differ in leading zeros are ordered byte by byte, so the order
  /// is total.
  public static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    // Names are stored as contiguous UTF-8 nearly always; sorting must not copy them at each comparison.
    let answer = lhs.utf8.withContiguousStorageIfAvailable { a in
      rhs.utf8.withContiguousStorageIfAvailable { b in precedes(a, b) }
    }
    if let answer = answer ?? nil { return answer }
    return Array(lhs.utf8).withUnsafeBufferPointer { a in
      Array(rhs.utf8).withUnsafeBufferPointer { b in precedes(a, b) }
    }
  }

  private static func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let (left, right) = (number(in: a, from: &i), number(in: b, from: &j))
        if left.count != right.count { return left.count < right.count }
        for (x, y) in zip(left, right) where a[x] != b[y] { return a[x] < b[y] }
      } else {
        if a[i] != b[j] { return a[i] < b[j] }
        i += 1
        j += 1
      }
    }
    if (i == a.count) != (j == b.count) { return i == a.count }
    return a.lexicographicallyPrecedes(b)
  }

  /// The digits of the number that begins here, without leading zeros; moves behind it.
  private static func number(in bytes: UnsafeBufferPointer<UInt8>, from start: inout Int) -> Range<Int> {
    while start < bytes.count, bytes[start] == UInt8(ascii: "0") { start += 1 }
    let first = start
    while start < bytes.count, isDigit(bytes[start]) { start += 1 }
    return first..<start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
