/// A sorted set of entries, in chunks, so that adding and removing move at most one chunk's entries.
///
/// It is a tree of two floors: the list of chunks is searched by halves, then the chunk. 100,000 entries make
/// 200 to 400 chunks.
struct SortedIndex: Sendable {
  /// A chunk that would grow beyond this is split.
  static let longest = 512
  /// A chunk that falls below this is joined with its neighbour where both together are short enough.
  static let shortest = 128

  /// The chunks, none of them empty.
  private(set) var chunks: [[IndexEntry]] = []
  /// How many entries there are.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Adds an entry; false when it is there already.
  ///
  /// - Complexity: O(log n), and moving at most ``longest`` entries and the list of chunks.
  @discardableResult
  mutating func insert(_ entry: IndexEntry) -> Bool {
    guard let last = chunks.last?.last else {
      chunks = [[entry]]
      count = 1
      return true
    }
    if last < entry {
      // Entries that come in order fill their chunks: a split would leave each one half empty.
      if chunks[chunks.count - 1].count == SortedIndex.longest {
        chunks.append([entry])
      } else {
        chunks[chunks.count - 1].append(entry)
      }
      count += 1
      return true
    }
    let place = firstPlace(notBefore: entry)
    if chunks[place.chunk][place.offset] == entry { return false }
    chunks[place.chunk].insert(entry, at: place.offset)
    count += 1
    if chunks[place.chunk].count > SortedIndex.longest { split(place.chunk) }
    return true
  }

  /// Takes an entry away; false when it is not there.
  ///
  /// - Complexity: as `insert(_:)`.
  @discardableResult
  mutating func remove(_ entry: IndexEntry) -> Bool {
    let place = firstPlace(notBefore: entry)
    guard place.chunk < chunks.count, chunks[place.chunk][place.offset] == entry else { return false }
    chunks[place.chunk].remove(at: place.offset)
    count -= 1
    if chunks[place.chunk].isEmpty {
      chunks.remove(at: place.chunk)
    } else if chunks[place.chunk].count < SortedIndex.shortest {
      join(place.chunk)
    }
    return true
  }

  private mutating func split(_ chunk: Int) {
    let half = chunks[chunk].count / 2
    let upper = Array(chunks[chunk][half...])
    chunks[chunk].removeSubrange(half...)
    chunks.insert(upper, at: chunk + 1)
  }

  private mutating func join(_ chunk: Int) {
    for (left, right) in [(chunk - 1, chunk), (chunk, chunk + 1)]
    where left >= 0 && right < chunks.count && chunks[left].count + chunks[right].count <= SortedIndex.longest
    {
      let moved = chunks.remove(at: right)
      chunks[left].append(contentsOf: moved)
      return
    }
  }
}

// MARK: - Places

extension SortedIndex {
  /// The place of an entry; the place after the last entry is the first of a chunk that does not exist.
  struct Place: Hashable, Comparable, Sendable {
    var chunk: Int
    var offset: Int

    static func < (lhs: Place, rhs: Place) -> Bool {
      (lhs.chunk, lhs.offset) < (rhs.chunk, rhs.offset)
    }
  }

  /// The first place whose entry does not stand before `entry`.
  ///
  /// - Complexity: O(log n).
  func firstPlace(notBefore entry: IndexEntry) -> Place {
    firstPlace(notBefore: entry.time, entry.id)
  }

  /// The first place whose entry is of that time or of a later one.
  func firstPlace(of time: Int64) -> Place { firstPlace(notBefore: time, nil) }

  /// The first place whose entry does not stand before that time, and there before that id; without an id, the first
  /// of that time.
  ///
  /// Ids are looked at only where times are equal: reading one costs more than comparing two numbers.
  private func firstPlace(notBefore time: Int64, _ id: String?) -> Place {
    var (low, high) = (0, chunks.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = chunks[middle].withUnsafeBufferPointer {
        SortedIndex.stands($0, $0.count - 1, before: time, id)
      }
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < chunks.count else { return Place(chunk: low, offset: 0) }
    let offset = chunks[low].withUnsafeBufferPointer { entries in
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if SortedIndex.stands(entries, middle, before: time, id) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return Place(chunk: low, offset: offset)
  }

  @inline(__always)
  private static func stands(
    _ entries: UnsafeBufferPointer<IndexEntry>,
    _ at: Int,
    before time: Int64,
    _ id: String?
  ) -> Bool {
    let own = entries[at].time
    if own != time { return own < time }
    guard let id else { return false }
    return ByteOrder.precedes(entries[at].id, id)
  }

  /// The entries with times in a range.
  ///
  /// - Complexity: O(log n).
  func run(_ times: TimeBounds) -> IndexRun {
    guard times.lower < times.upper else { return IndexRun() }
    let start =
      times.lower == .min ? Place(chunk: 0, offset: 0) : firstPlace(notBefore: times.lower, nil)
    let end =
      times.upper == .max ? Place(chunk: chunks.count, offset: 0) : firstPlace(notBefore: times.upper, nil)
    let isWhole = times.lower == .min && times.upper == .max
    return IndexRun(chunks: chunks, start: start, end: end, count: isWhole ? count : nil)
  }
}
