/// The order in which people expect names that end in numbers: `_holiday2` before `_holiday10`.
public enum NaturalOrder {
  /// Whether `lhs` stands before `rhs`: runs of ASCII digits compare as numbers, all else byte by byte.
  ///
  /// Names that are equal in this order but differ in leading zeros are ordered byte by byte, so the order
  /// is total.
  public static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    var a = Array(lhs.utf8)[...]
    var b = Array(rhs.utf8)[...]
    while let x = a.first, let y = b.first {
      if isDigit(x), isDigit(y) {
        let left = a.prefix(while: isDigit).drop { $0 == UInt8(ascii: "0") }
        let right = b.prefix(while: isDigit).drop { $0 == UInt8(ascii: "0") }
        if left.count != right.count { return left.count < right.count }
        if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
        a = a.drop(while: isDigit)
        b = b.drop(while: isDigit)
      } else {
        if x != y { return x < y }
        a.removeFirst()
        b.removeFirst()
      }
    }
    if a.isEmpty != b.isEmpty { return a.isEmpty }
    return lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
