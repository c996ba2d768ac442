extension InstantText {
  /// What stands where in an instant as it is printed; a 0 is any digit.
  private static let shape = Array("0000-00-00T00:00:00.000Z".utf8)

  /// The milliseconds since 1970 of an instant exactly as ``print(_:)`` prints it; nil for any other text.
  ///
  /// Stores and records are full of such times, and this reads one without the freedoms that people have.
  package static func milliseconds(ofPrinted text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes -> Int64? in
      guard bytes.count == shape.count else { return nil }
      for at in shape.indices where shape[at] != UInt8(ascii: "0") && shape[at] != bytes[at] { return nil }
      func number(_ range: Range<Int>) -> Int? {
        var value = 0
        for byte in bytes[range] {
          guard byte >= 0x30, byte <= 0x39 else { return nil }
          value = value * 10 + Int(byte - 0x30)
        }
        return value
      }
      guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
        let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
        let second = number(17..<19), second < 60, let fraction = number(20..<23),
        let date = try? CivilDate(year: year, month: month, day: day)
      else { return nil }
      let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
      return Int64(seconds * 1000 + fraction)
    }
  }
}
