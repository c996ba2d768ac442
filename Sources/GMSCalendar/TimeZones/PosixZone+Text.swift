extension PosixZone {
  /// Reads a POSIX TZ string, with the extension of TZif version 3: times from -167 to 167 hours.
  ///
  /// `std offset [dst [offset] , start[/time] , end[/time]]`. Names have three or more letters, or stand in
  /// angle brackets and may have digits and signs. Offsets count westwards, as POSIX wants it. Daylight time
  /// without its rule is refused: POSIX leaves to each system what it means, and no zone file has it.
  init(_ text: String) throws(ZoneFileDamage) {
    var parser = Parser(text: text)
    try parser.name()
    let standard = -(try parser.offset())
    guard !parser.isAtEnd else {
      self.init(standardOffset: standard, daylight: nil)
      return
    }
    try parser.name()
    let daylightOffset = parser.peek == UInt8(ascii: ",") ? standard + 3600 : -(try parser.offset())
    try parser.comma()
    let start = try parser.day()
    try parser.comma()
    let end = try parser.day()
    guard parser.isAtEnd else { throw parser.damage(.end) }
    self.init(
      standardOffset: standard,
      daylight: Daylight(offset: daylightOffset, start: start, end: end)
    )
  }

  /// Walks through the bytes of a TZ string; never past their end.
  private struct Parser {
    let text: String
    let bytes: [UInt8]
    var position = 0

    init(text: String) {
      self.text = text
      bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func damage(_ expected: ZoneFileDamage.PosixPart) -> ZoneFileDamage {
      .malformedRule(text, position: position, expected: expected)
    }

    /// Moves past `character` when it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard let peek, UInt32(peek) == character.value else { return false }
      position += 1
      return true
    }

    mutating func comma() throws(ZoneFileDamage) {
      guard skip(",") else { throw damage(.comma) }
    }

    mutating func name() throws(ZoneFileDamage) {
      let isQuoted = skip("<")
      let start = position
      while let byte = peek, Parser.isLetter(byte) || (isQuoted && Parser.isDigitOrSign(byte)) {
        position += 1
      }
      guard position - start >= 3, !isQuoted || skip(">") else { throw damage(.name) }
    }

    mutating func offset() throws(ZoneFileDamage) -> Int {
      guard let seconds = clock(hours: 24) else { throw damage(.offset) }
      return seconds
    }

    mutating func day() throws(ZoneFileDamage) -> PosixDay {
      let form: PosixDay.Form
      if skip("J") {
        guard let number = number(1...365) else { throw damage(.day) }
        form = .withoutLeapDay(number)
      } else if skip("M") {
        guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
          let day = number(0...6)
        else { throw damage(.day) }
        form = .weekday(month: month, week: week, day: day)
      } else {
        guard let number = number(0...365) else { throw damage(.day) }
        form = .dayOfYear(number)
      }
      guard skip("/") else { return PosixDay(form: form, time: 7200) }
      guard let time = clock(hours: 167) else { throw damage(.time) }
      return PosixDay(form: form, time: time)
    }

    /// Reads `[+-]hh[:mm[:ss]]` as seconds.
    private mutating func clock(hours: Int) -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard var seconds = number(0...hours).map({ $0 * 3600 }) else { return nil }
      if skip(":") {
        guard let minutes = number(0...59) else { return nil }
        seconds += minutes * 60
        if skip(":") {
          guard let rest = number(0...59) else { return nil }
          seconds += rest
        }
      }
      return isNegative ? -seconds : seconds
    }

    /// Reads a number of one to three digits within `range`.
    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
      let start = position
      var value = 0
      while let byte = peek, byte >= 0x30, byte <= 0x39, position - start < 4 {
        value = value * 10 + Int(byte - 0x30)
        position += 1
      }
      return (1...3).contains(position - start) && range.contains(value) ? value : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigitOrSign(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
  }
}
