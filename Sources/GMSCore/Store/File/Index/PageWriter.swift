/// Makes pages one after the other, and hands them on in pieces.
struct PageWriter {
  /// Whole pages, then room for more.
  private var bytes = [UInt8](repeating: 0, count: PageFormat.pagesAtOnce * PageFormat.size)
  /// How many of the bytes are whole pages.
  private var used = 0
  /// The checksum of the first page.
  private var seed: UInt32 = 0
  /// How many pages were made.
  private(set) var count = 0

  /// Makes a page, which `fill` gets empty, and hands on all pages when there is no room for more.
  mutating func page<Failure>(
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void,
    _ fill: (UnsafeMutableRawBufferPointer) -> Void
  ) throws(Failure) {
    let (content, end) = (used..<used + PageFormat.contentSize, used + PageFormat.size)
    let (number, seed) = (count, seed)
    let crc = bytes.withUnsafeMutableBytes { bytes in
      let page = UnsafeMutableRawBufferPointer(rebasing: bytes[content])
      // What an earlier page left here must not go to the disk.
      page.initializeMemory(as: UInt8.self, repeating: 0)
      fill(page)
      let crc = PageFormat.checksum(UnsafeRawBufferPointer(page), number: number, seed: seed)
      bytes.store(crc, at: content.upperBound)
      return crc
    }
    if count == 0 { self.seed = crc }
    count += 1
    used = end
    if used == bytes.count { try drain(to: write) }
  }

  /// Hands on the pages that are left.
  mutating func drain<Failure>(
    to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard used > 0 else { return }
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      try write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<used]))
    }
    used = 0
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
