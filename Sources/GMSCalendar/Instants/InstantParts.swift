/// The numbers in the text of a point in time, before they are checked against calendar and clock.
struct InstantParts {
  private(set) var year = 0
  private(set) var month = 0
  private(set) var day = 0
  private(set) var hour = 0
  private(set) var minute = 0
  private(set) var second = 0
  /// The fraction in whole milliseconds, rounded half up: 0…1000.
  private(set) var milliseconds = 0
  /// Whether the fraction has a digit other than 0.
  private(set) var hasFraction = false
  /// Seconds east of UTC; nil for the time of a zone that the text does not name.
  private(set) var offset: Int?
  /// The time of day as it was written, without fraction and offset.
  private(set) var timeText = ""

  /// Reads the form; 31 February at 77:00 passes.
  init(_ text: some StringProtocol) throws(InstantFault) {
    var cursor = Cursor(bytes: Array(text.utf8))
    guard let year = cursor.number(4), cursor.skip("-"), let month = cursor.number(2), cursor.skip("-"),
      let day = cursor.number(2)
    else { throw .date }
    (self.year, self.month, self.day) = (year, month, day)
    if cursor.isAtEnd { return }
    guard cursor.skip("T") || cursor.skip("t") || cursor.skip(" ") else { throw .separator }
    try readTime(&cursor)
    try readOffset(&cursor)
  }

  /// Whether a clock can show the time: 00:00:00 to 23:59:60, or 24:00:00 exactly.
  var isTimeOfDay: Bool {
    if hour == 24 { return minute == 0 && second == 0 && !hasFraction }
    return hour < 24 && minute < 60 && second <= 60
  }

  private mutating func readTime(_ cursor: inout Cursor) throws(InstantFault) {
    let start = cursor.position
    guard let hour = cursor.number(2), cursor.skip(":"), let minute = cursor.number(2) else { throw .time }
    (self.hour, self.minute) = (hour, minute)
    if cursor.skip(":") {
      guard let second = cursor.number(2) else { throw .time }
      self.second = second
    }
    timeText = cursor.text(from: start)
    if cursor.peek == UInt8(ascii: ".") {
      // Without seconds there is nothing that a fraction of a second could follow.
      guard timeText.utf8.count == 8, cursor.skip(".") else { throw .time }
      try readFraction(&cursor)
    }
  }

  private mutating func readFraction(_ cursor: inout Cursor) throws(InstantFault) {
    var nanoseconds = 0
    var unit = 100_000_000
    let start = cursor.position
    while let digit = cursor.number(1) {
      guard cursor.position - start <= 9 else { throw .fraction }
      nanoseconds += digit * unit
      unit /= 10
    }
    guard cursor.position > start else { throw .fraction }
    hasFraction = nanoseconds > 0
    milliseconds = (nanoseconds + 500_000) / 1_000_000
  }

  private mutating func readOffset(_ cursor: inout Cursor) throws(InstantFault) {
    if cursor.isAtEnd { return }
    let start = cursor.position
    if cursor.skip("Z") || cursor.skip("z") {
      offset = 0
    } else {
      let isWest = cursor.skip("-")
      guard isWest || cursor.skip("+"), let hours = cursor.number(2) else {
        throw .offset(cursor.rest(from: start))
      }
      _ = cursor.skip(":")
      guard let minutes = cursor.number(2) else { throw .offset(cursor.rest(from: start)) }
      guard hours <= 23, minutes <= 59 else { throw .offsetRange(cursor.text(from: start)) }
      offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    guard cursor.isAtEnd else { throw .offset(cursor.rest(from: start)) }
  }

  /// Walks through the text's bytes; never past their end.
  private struct Cursor {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }
    func rest(from start: Int) -> String { String(decoding: bytes[start...], as: UTF8.self) }

    /// Moves past `character` when it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard let peek, UInt32(peek) == character.value else { return false }
      position += 1
      return true
    }

    /// Reads a number of so many ASCII digits, or nothing.
    mutating func number(_ count: Int) -> Int? {
      guard bytes.count - position >= count else { return nil }
      var value = 0
      for byte in bytes[position..<position + count] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      position += count
      return value
    }
  }
}
