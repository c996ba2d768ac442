extension JSONParser {
  /// Takes a string with its quotes, and answers what it says.
  mutating func string() throws(CoreError) -> String {
    let opening = position
    position += 1
    let start = position
    try skipPlain(from: opening)
    if bytes[position] == UInt8(ascii: "\"") {
      let text = text(start..<position)
      position += 1
      return text
    }
    return try escapedString(from: opening)
  }

  /// Steps over a string with its quotes, checking it.
  mutating func skipString() throws(CoreError) {
    let opening = position
    position += 1
    while true {
      try skipPlain(from: opening)
      if take(UInt8(ascii: "\"")) { return }
      _ = try escape()
    }
  }

  /// Moves to the next quote or backslash of the string that began at `opening`.
  private mutating func skipPlain(from opening: Int) throws(CoreError) {
    var at = position
    while at + 8 <= count {
      let ends = JSONParser.ends(in: word(at: at))
      at += ends.trailingZeroBitCount / 8
      if ends != 0 { break }
    }
    while at < count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      at += 1
    }
    position = at
    guard at < count else { throw failure(.unfinishedString, at: opening) }
    if bytes[at] < 0x20 { throw failure(.controlCharacter) }
  }

  /// The top bit of each byte at which plain text ends: a quote, a backslash or a control character.
  ///
  /// Of bytes above the first such one nothing is said.
  private static func ends(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    // Taking one from a zero byte, or 0x20 from a smaller one, borrows into its top bit.
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
      & tops
  }

  /// The rest of a string that has a backslash, on which the cursor stands.
  private mutating func escapedString(from opening: Int) throws(CoreError) -> String {
    var output = Array(bytes[(opening + 1)..<position])
    while true {
      let start = position
      try skipPlain(from: opening)
      output.append(contentsOf: bytes[start..<position])
      if take(UInt8(ascii: "\"")) { return String(decoding: output, as: UTF8.self) }
      output.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Takes one escape, the two halves of a surrogate pair together.
  private mutating func escape() throws(CoreError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = peek() else { throw failure(.badEscape, at: start) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint(from: start)
    default: throw failure(.badEscape, at: start)
    }
  }

  /// Takes the four digits after `\u`, and the second escape that a high surrogate needs.
  private mutating func codePoint(from start: Int) throws(CoreError) -> Unicode.Scalar {
    let first = try fourDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw failure(.loneSurrogate, at: start)
    }
    let second = try fourDigits(from: position - 2)
    guard second >= 0xDC00, second < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw failure(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourDigits(from start: Int) throws(CoreError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = JSONParser.hexDigit(byte) else {
        throw failure(.badEscape, at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - 0x37)
    default: nil
    }
  }
}
