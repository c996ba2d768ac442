extension JSONParser {
  /// Takes a number: an integer where it is whole and fits, else its text.
  mutating func number() throws(CoreError) -> JSONValue {
    let start = position
    let isWhole = try skipNumber()
    let isNegative = bytes[start] == UInt8(ascii: "-")
    // -0 is a number of its own, which an integer would lose.
    if isWhole, !(isNegative && bytes[start + 1] == UInt8(ascii: "0")) {
      // Accumulated below zero, where there is room for one number more than above.
      var value: Int64 = 0
      var fits = true
      for byte in bytes[(isNegative ? start + 1 : start)..<position] {
        let (product, over) = value.multipliedReportingOverflow(by: 10)
        let (difference, under) = product.subtractingReportingOverflow(Int64(byte - 0x30))
        value = difference
        if over || under { fits = false }
      }
      if fits, isNegative { return .integer(value) }
      if fits, value != .min { return .integer(-value) }
    }
    return .number(text(start..<position))
  }

  /// Steps over a number, and answers whether it has neither fraction nor exponent.
  mutating func skipNumber() throws(CoreError) -> Bool {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let first = position
    try digits(from: start)
    if bytes[first] == UInt8(ascii: "0"), position > first + 1 { throw failure(.leadingZero, at: start) }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits(from: start)
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(from: start)
    }
    return isWhole
  }

  /// Takes one digit or more.
  private mutating func digits(from start: Int) throws(CoreError) {
    let first = position
    while position < count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    if position == first { throw failure(.badNumber, at: start) }
  }
}
