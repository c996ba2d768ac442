/// UUIDs as text, made of given randomness and checked in bytes; `UUID` itself takes its randomness alone.
package enum UUIDText {
  /// A random UUID (version 4) in lower case, from the generator.
  package static func random(using generator: inout some RandomNumberGenerator) -> String {
    let high = generator.next() & ~0xF000 | 0x4000
    let low = generator.next() & ~(0b11 << 62) | (0b10 << 62)
    let digits = hexadecimal(high) + hexadecimal(low)
    let cuts = [0, 8, 12, 16, 20, 32]
    return zip(cuts, cuts.dropFirst()).map { from, to in String(decoding: digits[from..<to], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// Whether text is a UUID: 8, 4, 4, 4 and 12 hexadecimal digits in either case.
  package static func isWellFormed(_ text: String) -> Bool {
    var bytes = text
    return bytes.withUTF8(isWellFormed)
  }

  /// Whether bytes are a UUID.
  package static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 36 else { return false }
    for dash in [8, 13, 18, 23] where bytes[dash] != UInt8(ascii: "-") { return false }
    // Counted without a branch for each byte: records are full of ids. Only the four dashes are no digits.
    var others = 0
    for byte in bytes {
      others &+= (byte &- 0x30 <= 9 ? 0 : 1) & ((byte | 0x20) &- 0x61 <= 5 ? 0 : 1)
    }
    return others == 4
  }

  private static func hexadecimal(_ value: UInt64) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<16).map { digits[Int(value >> (60 - 4 * UInt64($0)) & 0xF)] }
  }
}
