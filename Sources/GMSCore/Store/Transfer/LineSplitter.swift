/// Cuts bytes that arrive in pieces into lines, and keeps no more than the one that is not complete.
struct LineSplitter {
  /// The longest line, in bytes, without its line feed.
  static let longestLine = 16 << 20

  /// How many lines were begun, the current one included.
  private(set) var number = 1
  private var rest: [UInt8] = []
  private let limit: Int

  init(limit: Int = LineSplitter.longestLine) { self.limit = limit }

  /// Runs `visit` on each line that these bytes complete, without its line feed.
  ///
  /// - Throws: `CoreError` with code `malformedImport` for a line that is too long; what `visit` throws.
  mutating func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ visit: (_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws -> Void
  ) throws {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let tail = UnsafeBufferPointer(rebasing: bytes[start...])
      let length = tail.firstIndex(of: 0x0A)
      guard rest.count + (length ?? tail.count) <= limit else {
        throw CoreError.malformedImport(line: number, .tooLong)
      }
      guard let length else {
        rest.append(contentsOf: tail)
        return
      }
      let line = UnsafeBufferPointer(rebasing: tail[..<length])
      if rest.isEmpty {
        try visit(line, number)
      } else {
        rest.append(contentsOf: line)
        try rest.withUnsafeBufferPointer { try visit($0, number) }
        rest.removeAll(keepingCapacity: rest.count <= 1 << 20)
      }
      number += 1
      start += length + 1
    }
  }

  /// Runs `visit` on a last line that no line feed ended.
  mutating func finish(
    _ visit: (_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws -> Void
  ) throws {
    guard !rest.isEmpty else { return }
    try rest.withUnsafeBufferPointer { try visit($0, number) }
    rest = []
  }
}
