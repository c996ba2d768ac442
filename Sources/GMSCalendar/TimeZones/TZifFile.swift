/// What a TZif file says (RFC 9636, versions 1 to 4): offsets, when they change, and the rule afterwards.
///
/// Designations and the daylight flag are checked and then dropped: calendars count with offsets only. Files
/// that count leap seconds (those under `right/`) are refused: their seconds are not those of `Date`. Bytes
/// after the end are ignored, as the format's authors ask for.
struct TZifFile {
  /// The offsets that the format allows, from -24:59:59 to 25:59:59.
  static let offsets = -89_999...93_599
  /// The transitions that are read: ±2^59 seconds, the span that the format recommends.
  static let seconds: ClosedRange<Int64> = -(1 << 59)...(1 << 59)

  /// The offset before the first transition: the file's first local time type.
  let firstOffset: Int
  /// When the offset changes, ascending, with the offset from then on.
  let transitions: [OffsetChange]
  /// The rule from the last transition on; nil when the last offset stays for ever.
  let rule: PosixZone?

  /// Reads a file's bytes.
  ///
  /// - Complexity: O(n) for n bytes.
  init(_ bytes: [UInt8]) throws(ZoneFileDamage) {
    let first = try TZifHeader(bytes, at: 0)
    let firstSize = first.dataSize(timeSize: 4)
    guard bytes.count - TZifHeader.size >= firstSize else {
      throw .truncated(needed: TZifHeader.size + firstSize, found: bytes.count)
    }
    guard first.version > 1 else {
      (firstOffset, transitions) = try TZifFile.readData(
        bytes,
        header: first,
        from: TZifHeader.size,
        timeSize: 4
      )
      rule = nil
      return
    }
    let second = TZifHeader.size + firstSize
    let header: TZifHeader
    do {
      header = try TZifHeader(bytes, at: second)
    } catch .notTZif {
      throw .secondHeader
    }
    guard header.version == first.version else { throw .secondHeader }
    let data = second + TZifHeader.size
    let size = header.dataSize(timeSize: 8)
    guard bytes.count - data >= size else { throw .truncated(needed: data + size, found: bytes.count) }
    (firstOffset, transitions) = try TZifFile.readData(bytes, header: header, from: data, timeSize: 8)
    rule = try TZifFile.readRule(bytes, from: data + size)
  }

  /// Reads one data block, whose bytes are known to be there.
  private static func readData(
    _ bytes: [UInt8],
    header: TZifHeader,
    from start: Int,
    timeSize: Int
  ) throws(ZoneFileDamage) -> (Int, [OffsetChange]) {
    try check(header)
    let typeIndexes = start + header.transitions * timeSize
    let types = typeIndexes + header.transitions
    let designations = types + header.types * 6
    let flags = designations + header.designations + header.leapSeconds * (timeSize + 4)

    let offsets = try readOffsets(bytes, header: header, types: types, designations: designations)
    var changes: [OffsetChange] = []
    changes.reserveCapacity(header.transitions)
    for index in 0..<header.transitions {
      let position = start + index * timeSize
      let time =
        timeSize == 4
        ? Int64(Int32(bitPattern: bytes.bigEndian32(at: position)))
        : Int64(bitPattern: bytes.bigEndian64(at: position))
      guard seconds.contains(time) else { throw .transitionOutOfRange(index: index) }
      if let last = changes.last, last.second >= time { throw .unsortedTransition(index: index) }
      let type = Int(bytes[typeIndexes + index])
      guard type < offsets.count else { throw .unknownType(index: index, type: type) }
      changes.append(OffsetChange(second: time, offset: offsets[type]))
    }
    for index in 0..<header.standardFlags where bytes[flags + index] > 1 {
      throw .badFlag(field: "isstd", index: index)
    }
    for index in 0..<header.utFlags where bytes[flags + header.standardFlags + index] > 1 {
      throw .badFlag(field: "isut", index: index)
    }
    return (offsets[0], changes)
  }

  /// Refuses counts that contradict each other, and leap seconds.
  private static func check(_ header: TZifHeader) throws(ZoneFileDamage) {
    guard header.leapSeconds == 0 else { throw .leapSeconds }
    guard header.types > 0 else { throw .badCount(field: "typecnt", count: 0) }
    guard header.designations > 0 else { throw .badCount(field: "charcnt", count: 0) }
    guard header.standardFlags == 0 || header.standardFlags == header.types else {
      throw .badCount(field: "isstdcnt", count: UInt32(header.standardFlags))
    }
    guard header.utFlags == 0 || header.utFlags == header.types else {
      throw .badCount(field: "isutcnt", count: UInt32(header.utFlags))
    }
  }

  /// The offsets of the local time types, in the file's order.
  private static func readOffsets(
    _ bytes: [UInt8],
    header: TZifHeader,
    types: Int,
    designations: Int
  ) throws(ZoneFileDamage) -> [Int] {
    // All designations end in a NUL, so it is enough that the last byte is one.
    let designationsEnd = bytes[designations + header.designations - 1] == 0
    var offsets: [Int] = []
    offsets.reserveCapacity(header.types)
    for type in 0..<header.types {
      let position = types + type * 6
      let offset = Int(Int32(bitPattern: bytes.bigEndian32(at: position)))
      guard TZifFile.offsets.contains(offset) else { throw .offsetOutOfRange(type: type, seconds: offset) }
      guard bytes[position + 4] <= 1 else { throw .badFlag(field: "isdst", index: type) }
      guard designationsEnd, Int(bytes[position + 5]) < header.designations else {
        throw .badDesignation(type: type)
      }
      offsets.append(offset)
    }
    return offsets
  }

  /// The POSIX TZ string between two line feeds; an empty one is no rule.
  private static func readRule(_ bytes: [UInt8], from start: Int) throws(ZoneFileDamage) -> PosixZone? {
    let lineFeed = UInt8(ascii: "\n")
    guard start < bytes.count, bytes[start] == lineFeed else { throw .unterminatedRule }
    guard let end = bytes[(start + 1)...].firstIndex(of: lineFeed) else { throw .unterminatedRule }
    let text = bytes[(start + 1)..<end]
    guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .unterminatedRule }
    return text.isEmpty ? nil : try PosixZone(String(decoding: text, as: UTF8.self))
  }
}
