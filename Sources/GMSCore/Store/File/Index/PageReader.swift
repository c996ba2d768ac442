import Synchronization

/// The pages of an index, each checked before it is used; those that searches touch are kept.
///
/// One reader may serve several threads.
final class PageReader: Sendable {
  private let source: any PageSource
  /// How many pages there are.
  let count: Int
  /// The checksum of the first page.
  private let seed: UInt32
  /// For each place of the cache, the page that was last read among those that belong there.
  private let cache: Mutex<[(number: Int, bytes: [UInt8])?]>

  /// How many pages are kept at most.
  private static let kept = 32

  /// Opens an index, and reads its first page.
  ///
  /// - Throws: `IndexDamage` when it cannot be read, has no length of whole pages, or its first page is
  ///   damaged.
  init(_ source: any PageSource) throws(IndexDamage) {
    self.source = source
    let length = try source.length()
    guard length >= PageFormat.size, length.isMultiple(of: PageFormat.size) else { throw .length }
    count = length / PageFormat.size
    let first = try PageReader.read(0..<1, from: source)
    seed = first.withUnsafeBytes { $0.uint32(at: PageFormat.contentSize) }
    guard PageReader.isWhole(first, 0, number: 0, seed: 0) else {
      // What does not even begin as an index is told apart, for the sake of whoever looks into it.
      let magic = first.withUnsafeBytes { $0.uint64(at: 0) }
      throw magic == IndexHeader.magic ? .page(0) : .notAnIndex
    }
    var places = [(number: Int, bytes: [UInt8])?](repeating: nil, count: PageReader.kept)
    places[0] = (0, first)
    cache = Mutex(places)
  }

  /// One page, of which the checksum is right.
  func page(_ number: Int) throws(IndexDamage) -> [UInt8] {
    let place = number % PageReader.kept
    let kept = cache.withLock { cache in
      if let page = cache[place], page.number == number { return page.bytes as [UInt8]? }
      return nil
    }
    if let kept { return kept }
    let bytes = try block(number..<number + 1)
    cache.withLock { $0[place] = (number, bytes) }
    return bytes
  }

  /// Some pages that follow each other, of which the checksums are right; they are not kept.
  func block(_ pages: Range<Int>) throws(IndexDamage) -> [UInt8] {
    guard pages.lowerBound >= 0, pages.upperBound <= count else { throw .reference }
    let bytes = try PageReader.read(pages, from: source)
    for number in pages {
      guard PageReader.isWhole(bytes, number - pages.lowerBound, number: number, seed: seed) else {
        throw .page(number)
      }
    }
    return bytes
  }

  private static func read(_ pages: Range<Int>, from source: any PageSource) throws(IndexDamage) -> [UInt8] {
    var damage: IndexDamage?
    let size = pages.count * PageFormat.size
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(IndexDamage) {
        let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size])
        try source.read(at: pages.lowerBound * PageFormat.size, into: room)
        count = size
      } catch {
        damage = error
      }
    }
    if let damage { throw damage }
    return bytes
  }

  private static func isWhole(_ bytes: [UInt8], _ index: Int, number: Int, seed: UInt32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let page = UnsafeRawBufferPointer(
        rebasing: bytes[(index * PageFormat.size)..<((index + 1) * PageFormat.size)]
      )
      let content = UnsafeRawBufferPointer(rebasing: page[..<PageFormat.contentSize])
      let crc = PageFormat.checksum(content, number: number, seed: number == 0 ? 0 : seed)
      return crc == page.uint32(at: PageFormat.contentSize)
    }
  }
}
