/// Entries of an index that follow each other: from a place up to another.
struct IndexRun {
  private var chunks: [[IndexEntry]] = []
  private var start = SortedIndex.Place(chunk: 0, offset: 0)
  private let end: SortedIndex.Place
  /// How many there are, where that is known without looking.
  private var known: Int?

  /// No entry.
  init() {
    end = start
    known = 0
  }

  /// One entry.
  init(only entry: IndexEntry) {
    chunks = [[entry]]
    end = SortedIndex.Place(chunk: 1, offset: 0)
    known = 1
  }

  /// The entries from `start` up to, but not with, `end`; how many they are, where that is known.
  init(
    chunks: [[IndexEntry]],
    start: SortedIndex.Place,
    end: SortedIndex.Place,
    count: Int? = nil
  ) {
    self.chunks = chunks
    self.start = start
    self.end = max(start, end)
    known = count
  }

  /// The first entry; nil when there is none left.
  var first: IndexEntry? { start < end ? chunks[start.chunk][start.offset] : nil }

  /// Takes the first entry off.
  mutating func next() -> IndexEntry? {
    guard let entry = first else { return nil }
    known = nil
    start.offset += 1
    if start.offset == chunks[start.chunk].count {
      start = SortedIndex.Place(chunk: start.chunk + 1, offset: 0)
    }
    return entry
  }

  /// How many entries there are.
  ///
  /// - Complexity: O(k) in the chunks that they lie in; O(1) for all of an index.
  var count: Int {
    if let known { return known }
    if start.chunk == end.chunk { return end.offset - start.offset }
    var count = chunks[start.chunk].count - start.offset + end.offset
    for chunk in (start.chunk + 1)..<end.chunk { count += chunks[chunk].count }
    return count
  }

  /// Appends the times of all entries.
  func appendTimes(to times: inout [Int64]) {
    var chunk = start.chunk
    while chunk < chunks.count, chunk <= end.chunk {
      let from = chunk == start.chunk ? start.offset : 0
      let to = chunk == end.chunk ? end.offset : chunks[chunk].count
      for offset in from..<to { times.append(chunks[chunk][offset].time) }
      chunk += 1
    }
  }
}
