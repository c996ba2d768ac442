#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a log line by line, in pieces of a bounded size.
struct LogWalker {
  let log: LogFile

  /// What a walk comes by.
  enum Piece {
    /// A line, without its line feed.
    case line(UnsafeRawBufferPointer, LogPlace)
    /// A line that is longer than any that a store writes.
    case tooLong(UInt64)
    /// The file ends without a line feed.
    case unfinished(UInt64)
  }

  private static let pieceLength = 256 << 10

  /// Runs `visit` on each piece from an offset up to another; it answers whether to go on.
  func walk(
    from start: UInt64,
    to end: UInt64,
    _ visit: (Piece) throws(CoreError) -> Bool
  ) throws(CoreError) {
    guard start < end else { return }
    // The bytes at `base` and after; the first `filled` of them were read.
    // It is filled before it is looked at, so it need not be zero.
    let length = Int(min(end - start, UInt64(LogWalker.pieceLength)))
    var buffer = [UInt8](unsafeUninitializedCapacity: length) { $1 = length }
    var (base, filled) = (start, 0)
    var isTooLong = false
    while true {
      let wanted = Int(min(UInt64(buffer.count - filled), end - base - UInt64(filled)))
      let length = try fill(&buffer, from: filled, at: base + UInt64(filled), count: wanted)
      filled += length
      var consumed = 0
      var goesOn = true
      let outcome = buffer.withUnsafeBytes { bytes in
        Result { () throws(CoreError) in
          while goesOn, let line = LogWalker.line(in: bytes, consumed..<filled) {
            let place = LogPlace(offset: base + UInt64(consumed), length: line.count)
            consumed += line.count + 1
            if isTooLong {
              isTooLong = false
            } else {
              let isShort = line.count <= LogPrinter.longestLine
              goesOn = try visit(isShort ? .line(line, place) : .tooLong(place.offset))
            }
          }
        }
      }
      try outcome.get()
      guard goesOn else { return }
      if length == 0 {
        if consumed < filled, !isTooLong { _ = try visit(.unfinished(base + UInt64(consumed))) }
        return
      }
      LogWalker.drop(consumed, of: &buffer, &filled)
      base += UInt64(consumed)
      guard consumed == 0, filled == buffer.count else { continue }
      if buffer.count <= LogPrinter.longestLine {
        buffer += [UInt8](repeating: 0, count: buffer.count)
      } else {
        if !isTooLong {
          isTooLong = true
          guard try visit(.tooLong(base)) else { return }
        }
        base += UInt64(filled)
        filled = 0
      }
    }
  }

  private static func line(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawBufferPointer? {
    guard !range.isEmpty, let start = bytes.baseAddress.map({ $0 + range.lowerBound }),
      let feed = memchr(start, 0x0A, range.count)
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(feed) - start)
  }

  private static func drop(_ count: Int, of buffer: inout [UInt8], _ filled: inout Int) {
    guard count > 0 else { return }
    buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      start.copyMemory(from: start + count, byteCount: filled - count)
    }
    filled -= count
  }

  private func fill(
    _ buffer: inout [UInt8],
    from filled: Int,
    at offset: UInt64,
    count: Int
  ) throws(CoreError) -> Int {
    let outcome = buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(SystemError) in
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<(filled + count)])
        return try log.fileSystem.readAll(log.file, at: offset, into: rest)
      }
    }
    do throws(SystemError) {
      return try outcome.get()
    } catch {
      throw .store(.storeUnreadable, log.path, failed: error)
    }
  }
}
