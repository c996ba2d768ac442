import GMSCalendar

extension CallbackID {
  /// A new id of a node: its number, and a random UUID (version 4) from the generator.
  ///
  /// - Precondition: the node's number has 1 to 9 digits.
  public init(node: Int, using generator: inout some RandomNumberGenerator) {
    precondition((0...999_999_999).contains(node), "a node's number has 1 to 9 digits, but \(node) was given")
    let high = generator.next() & ~0xF000 | 0x4000
    let low = generator.next() & ~(0b11 << 62) | (0b10 << 62)
    let digits = CallbackID.hexadecimal(high) + CallbackID.hexadecimal(low)
    let cuts = [0, 8, 12, 16, 20, 32]
    let groups = zip(cuts, cuts.dropFirst()).map { from, to in
      String(decoding: digits[from..<to], as: UTF8.self)
    }
    self.init(unchecked: "\(node)-" + groups.joined(separator: "-"))
  }

  private static func hexadecimal(_ value: UInt64) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<16).map { digits[Int(value >> (60 - 4 * UInt64($0)) & 0xF)] }
  }
}
