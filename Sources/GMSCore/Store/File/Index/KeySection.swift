/// A section of an index that is sorted by a key, or of which parts are.
///
/// Items of one size stand on pages one after the other, and a place is the number of an item.
struct KeySection: Sendable {
  /// What an item is made of.
  enum Shape: Hashable, Sendable {
    /// A key of eight bytes and a number of four.
    case keyAndNumber
    /// A key of eight bytes.
    case key
    /// A number of four bytes, which is the key, too.
    case number

    /// The bytes of an item.
    var size: Int {
      switch self {
      case .keyAndNumber: 12
      case .key: 8
      case .number: 4
      }
    }
  }

  let shape: Shape
  let firstPage: Int
  /// How many items there are.
  let count: Int
  /// What the numbers of its items must be below.
  let bound: Int
  let pages: PageReader

  /// How many items a page has.
  var perPage: Int { PageFormat.contentSize / shape.size }
  /// How many items are decoded at once.
  var itemsAtOnce: Int { perPage * PageFormat.pagesAtOnce }

  /// Up to so many pages are read through the cache.
  private static let cached = 2

  /// How many pages a range of places lies on.
  func pageCount(of places: Range<Int>) -> Int {
    places.isEmpty ? 0 : (places.upperBound - 1) / perPage - places.lowerBound / perPage + 1
  }

  /// The items at some places, at most `itemsAtOnce`.
  ///
  /// - Throws: `IndexDamage` when a page is damaged, or a number is none of a row.
  func items(_ places: Range<Int>) throws(IndexDamage) -> [KeyedNumber] {
    var items: [KeyedNumber] = []
    items.reserveCapacity(places.count)
    let bound = UInt64(bound)
    var isWhole = true
    try eachPage(of: places) { bytes, places in
      for place in places {
        let item = shape.item(bytes, at: place * shape.size)
        isWhole = isWhole && (shape == .key || UInt64(item.number) < bound)
        items.append(item)
      }
    }
    guard isWhole else { throw .reference }
    return items
  }

  /// Hands on the bytes of each page and the places on it, counted from its beginning.
  private func eachPage(
    of places: Range<Int>,
    _ body: (UnsafeRawBufferPointer, Range<Int>) -> Void
  ) throws(IndexDamage) {
    guard !places.isEmpty else { return }
    let (first, last) = (places.lowerBound / perPage, (places.upperBound - 1) / perPage)
    let isCached = last - first < KeySection.cached
    let block = isCached ? [] : try pages.block(firstPage + first..<firstPage + last + 1)
    for page in first...last {
      let start = page * perPage
      let here = max(0, places.lowerBound - start)..<min(perPage, places.upperBound - start)
      if isCached {
        let bytes = try pages.page(firstPage + page)
        bytes.withUnsafeBytes { body($0, here) }
      } else {
        block.withUnsafeBytes { bytes in
          body(UnsafeRawBufferPointer(rebasing: bytes[((page - first) * PageFormat.size)...]), here)
        }
      }
    }
  }
}

extension KeySection.Shape {
  /// The item at an offset; what it does not have is 0.
  @inline(__always) func item(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> KeyedNumber {
    switch self {
    case .keyAndNumber: KeyedNumber(key: bytes.uint64(at: offset), number: bytes.uint32(at: offset + 8))
    case .key: KeyedNumber(key: bytes.uint64(at: offset), number: 0)
    case .number: KeyedNumber(key: UInt64(bytes.uint32(at: offset)), number: bytes.uint32(at: offset))
    }
  }
}
