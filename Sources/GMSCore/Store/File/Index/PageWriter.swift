/// Fills pages with items, none of which lies on two pages, and hands them on in pieces.
struct PageWriter {
  /// Whole pages, then the one that is being filled, then room.
  private var bytes = [UInt8](repeating: 0, count: PageFormat.pagesAtOnce * PageFormat.size)
  /// Where in `bytes` the page that is being filled begins.
  private var pageStart = 0
  /// How many bytes of it are used.
  private var used = 0
  /// The number of the page that is being filled.
  private(set) var page = 0
  /// The checksum of the first page.
  private var seed: UInt32 = 0

  /// Whether `drain` should be called before anything more is put.
  var isFull: Bool { pageStart == bytes.count }

  /// Appends an item of so many bytes, which `write` fills in.
  mutating func put(_ size: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
    precondition(!isFull && used + size <= PageFormat.contentSize, "An item was put on a full page.")
    let start = pageStart + used
    bytes.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + size])) }
    used += size
    if used + size > PageFormat.contentSize { endPage() }
  }

  /// Appends as many of the bytes as the page takes, and answers how many.
  mutating func put(_ more: ArraySlice<UInt8>) -> Int {
    let count = min(more.count, PageFormat.contentSize - used)
    bytes.replaceSubrange(pageStart + used..<pageStart + used + count, with: more.prefix(count))
    used += count
    if used == PageFormat.contentSize { endPage() }
    return count
  }

  /// Ends the page, unless nothing is on it.
  mutating func endSection() {
    if used > 0 { endPage() }
  }

  /// Hands on the pages that are whole.
  mutating func drain<Failure>(
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(used == 0, "Pages were handed on while one was half full.")
    guard pageStart > 0 else { return }
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      try write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<pageStart]))
    }
    pageStart = 0
  }

  private mutating func endPage() {
    let (start, end, end4) = (pageStart, pageStart + PageFormat.contentSize, pageStart + PageFormat.size)
    let (used, number, seed) = (used, page, seed)
    let crc = bytes.withUnsafeMutableBytes { bytes -> UInt32 in
      // What an earlier page left here must not go to the disk.
      for at in start + used..<end { bytes[at] = 0 }
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let crc = PageFormat.checksum(content, number: number, seed: seed)
      bytes.storeBytes(of: crc.littleEndian, toByteOffset: end, as: UInt32.self)
      return crc
    }
    if page == 0 { self.seed = crc }
    page += 1
    pageStart = end4
    self.used = 0
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Writes eight bytes at an offset, low byte first.
  @inline(__always) func store(_ value: UInt64, at offset: Int) {
    storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Writes four bytes at an offset, low byte first.
  @inline(__always) func store(_ value: UInt32, at offset: Int) {
    storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
  }
}
