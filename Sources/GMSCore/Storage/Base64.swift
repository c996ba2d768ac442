/// Bytes as base64 text (RFC 4648, section 4), with padding.
///
/// Foundation's coder comes with `Data` and everything around it, which makes a static gmsctl twice as large.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte as a digit; 64 for one that is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  /// The text of bytes.
  static func encode(_ bytes: [UInt8]) -> String {
    let length = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { buffer in
      var at = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let rest = min(3, bytes.count - start)
        var group = 0
        for index in 0..<3 { group = group << 8 | (index < rest ? Int(bytes[start + index]) : 0) }
        for digit in 0..<4 {
          buffer[at + digit] = digit <= rest ? alphabet[group >> (18 - 6 * digit) & 63] : UInt8(ascii: "=")
        }
        at += 4
      }
      return length
    }
  }

  /// The bytes of a text; nil for one that ``encode(_:)`` does not write, so that each value has one text.
  static func decode(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 4) else { return nil }
    let padding = digits.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4 * 3)
    for start in stride(from: 0, to: digits.count, by: 4) {
      let missing = start + 4 == digits.count ? padding : 0
      var group = 0
      for digit in 0..<4 {
        let value = digit < 4 - missing ? values[Int(digits[start + digit])] : 0
        guard value < 64 else { return nil }
        group = group << 6 | Int(value)
      }
      // What padding leaves over must be zero, as it is written.
      guard group & ((1 << (8 * missing)) - 1) == 0 else { return nil }
      for index in 0..<(3 - missing) { bytes.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * index))) }
    }
    return bytes
  }
}
