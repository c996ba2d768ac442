#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines of the log, which are in exactly one form: a general JSON reader takes ten times as long.
///
/// A store opens by reading some hundred lines, and rebuilds its index from all of them.
struct LogLineReader {
  private let line: UnsafeRawBufferPointer
  private var position = 0

  private init(_ line: UnsafeRawBufferPointer) { self.line = line }

  /// How many bytes a line's ending has: `,"crc":"XXXXXXXX"}`.
  static let endingLength = 18

  // MARK: - Checksums

  /// The checksum that a line says it has; nil for a line without an ending.
  static func statedChecksum(_ line: UnsafeRawBufferPointer) -> UInt32? {
    guard line.count > endingLength else { return nil }
    var reader = LogLineReader(line)
    reader.position = line.count - endingLength
    guard reader.take(",\"crc\":\""), let sum = reader.hexadecimal(), reader.take("\"}") else { return nil }
    return sum
  }

  /// The checksum of a line, when it is the one that the line says it has.
  static func intactChecksum(_ line: UnsafeRawBufferPointer) -> UInt32? {
    guard let stated = statedChecksum(line) else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: line[..<(line.count - endingLength)])
    return CRC32.checksum(content) == stated ? stated : nil
  }

  /// How many bytes a commit's ending has: `,"chain":"XXXXXXXX","crc":"XXXXXXXX"}`.
  static let commitEndingLength = endingLength + 19

  /// The chain and the checksum at the end of a commit, of which these are the last bytes with the line feed.
  static func commitEnding(_ bytes: UnsafeRawBufferPointer) -> (chain: UInt32, checksum: UInt32)? {
    var reader = LogLineReader(bytes)
    guard reader.take(",\"chain\":\""), let chain = reader.hexadecimal(), reader.take("\",\"crc\":\""),
      let checksum = reader.hexadecimal(), reader.take("\"}\n")
    else { return nil }
    return (chain, checksum)
  }

  // MARK: - Lines

  /// The number of a line's transaction, and whether the line ends it; nil for anything but a line of a
  /// transaction.
  static func glance(_ line: UnsafeRawBufferPointer) -> (sequence: UInt64, isCommit: Bool)? {
    var reader = LogLineReader(line)
    guard reader.take("{\"seq\":"), let sequence = reader.count() else { return nil }
    return (sequence, reader.take(",\"commit\":"))
  }

  /// Whether two lines differ in nothing but the number of their transactions.
  static func say(_ line: ArraySlice<UInt8>, theSameAs other: ArraySlice<UInt8>) -> Bool {
    func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      guard line.count > endingLength, let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return line }
      return line[comma..<(line.endIndex - endingLength)]
    }
    return content(line).elementsEqual(content(other))
  }

  /// The line as it reads; nil when it is not in the form of the log.
  static func read(_ line: UnsafeRawBufferPointer) -> LogLine? {
    var reader = LogLineReader(line)
    if reader.take("{\"format\":\"") { return reader.header() }
    guard reader.take("{\"seq\":"), let sequence = reader.count(), let content = reader.content() else {
      return nil
    }
    return LogLine(sequence: sequence, content: content)
  }

  private mutating func header() -> LogLine? {
    guard take("gms-log\",\"version\":"), let version = number(), take(",\"generation\":"),
      let generation = count(), take(",\"sequence\":"), let sequence = count(), atEnding
    else { return nil }
    return LogLine(sequence: sequence, content: .header(version: version, generation: generation))
  }

  private mutating func content() -> LogLine.Content? {
    if take(",\"put\":") { return record().map { .put($0) } }
    if take(",\"commit\":") { return commit().map { .commit($0) } }
    if take(",\"remove\":") {
      guard let kind = string(), take(",\"id\":"), let id = string(), atEnding else { return nil }
      return .remove(kind: kind, id: id)
    }
    if take(",\"set\":[") {
      guard let section = string(), take(","), let name = string(), take("],\"value\":"), let value = rest()
      else { return nil }
      return .set(section: section, name: name, value: value)
    }
    if take(",\"unset\":[") {
      guard let section = string(), take(","), let name = string(), take("]"), atEnding else { return nil }
      return .unset(section: section, name: name)
    }
    return nil
  }

  private mutating func record() -> LogRecord? {
    guard let kind = string(), take(",\"id\":"), let id = string(), take(",\"service\":"),
      let service = string(), take(",\"state\":"), let state = string(), take(",\"time\":"),
      let time = integer(), take(",\"created\":"), let created = integer()
    else { return nil }
    var due: Int64?
    if take(",\"due\":") {
      guard let number = integer() else { return nil }
      due = number
    }
    var customer: LogText?
    if take(",\"customer\":") {
      guard let text = string() else { return nil }
      customer = text
    }
    guard take(",\"body\":"), let body = rest() else { return nil }
    return LogRecord(
      kind: kind,
      id: id,
      service: service,
      state: state,
      time: time,
      created: created,
      due: due,
      customer: customer,
      body: body
    )
  }

  private mutating func commit() -> LogCommit? {
    guard let lines = number(), take(",\"time\":"), let time = string(), take(",\"command\":"),
      let command = string(), take(",\"chain\":\""), let chain = hexadecimal(), take("\""), atEnding
    else { return nil }
    return LogCommit(lines: lines, time: time, command: command, chain: chain)
  }

  // MARK: - Pieces

  private var atEnding: Bool { position == line.count - LogLineReader.endingLength }

  /// Everything up to the ending; nil when there is nothing.
  private mutating func rest() -> UnsafeRawBufferPointer? {
    let end = line.count - LogLineReader.endingLength
    guard position < end else { return nil }
    defer { position = end }
    return UnsafeRawBufferPointer(rebasing: line[position..<end])
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position + length <= line.count, let start = line.baseAddress,
      memcmp(start + position, text.utf8Start, length) == 0
    else { return false }
    position += length
    return true
  }

  private mutating func number() -> UInt64? {
    let start = position
    var value: UInt64 = 0
    while position < line.count, line[position] >= 0x30, line[position] <= 0x39 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(line[position] - 0x30))
      if overflow || carry { return nil }
      value = sum
      position += 1
    }
    return position > start ? value : nil
  }

  /// A number that still can be counted up.
  private mutating func count() -> UInt64? {
    guard let count = number(), count < 1 << 62 else { return nil }
    return count
  }

  private mutating func integer() -> Int64? {
    let isNegative = take("-")
    guard let magnitude = number() else { return nil }
    if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 8 <= line.count else { return nil }
    var value: UInt32 = 0
    for byte in line[position..<(position + 8)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    position += 8
    return value
  }

  private mutating func string() -> LogText? {
    guard take("\"") else { return nil }
    let start = position
    var hasEscapes = false
    while position < line.count {
      switch line[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return LogText(
          bytes: UnsafeRawBufferPointer(rebasing: line[start..<position]),
          hasEscapes: hasEscapes
        )
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      default: position += 1
      }
    }
    return nil
  }
}
