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
    // Entries that come in order fill their chunks: a split would leave each one half empty.
    if last < entry, chunks[chunks.count - 1].count == SortedIndex.longest {
      chunks.append([entry])
      count += 1
      return true
    }
    var place = firstPlace { !($0 < entry) }
    if place.chunk == chunks.count {
      place = Place(chunk: chunks.count - 1, offset: chunks[chunks.count - 1].count)
    } else if chunks[place.chunk][place.offset] == entry {
      return false
    }
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
    let place = firstPlace { !($0 < entry) }
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

  /// The first place whose entry satisfies `predicate`, which holds for all entries after one that does.
  ///
  /// - Complexity: O(log n).
  func firstPlace(where predicate: (IndexEntry) -> Bool) -> Place {
    let chunk = SortedIndex.firstIndex(below: chunks.count) { predicate(chunks[$0][chunks[$0].count - 1]) }
    guard chunk < chunks.count else { return Place(chunk: chunk, offset: 0) }
    let offset = SortedIndex.firstIndex(below: chunks[chunk].count) { predicate(chunks[chunk][$0]) }
    return Place(chunk: chunk, offset: offset)
  }

  private static func firstIndex(below count: Int, where predicate: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The entries with times in a range.
  ///
  /// - Complexity: O(log n).
  func run(_ times: TimeBounds) -> IndexRun {
    guard times.lower < times.upper else { return IndexRun() }
    let start = firstPlace { $0.time >= times.lower }
    let end =
      times.upper == .max ? Place(chunk: chunks.count, offset: 0) : firstPlace { $0.time >= times.upper }
    return IndexRun(chunks: chunks, start: start, end: end)
  }
}
