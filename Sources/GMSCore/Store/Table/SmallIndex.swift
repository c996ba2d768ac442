/// A sorted set of entries that mostly has one, such as the callbacks of one customer.
///
/// A single entry needs no chunk, which would cost as much memory again as the record's other entries together.
enum SmallIndex: Sendable {
  case none
  case one(IndexEntry)
  case many(SortedIndex)

  /// No entry.
  init() { self = .none }

  var isEmpty: Bool {
    switch self {
    case .none: true
    case .one: false
    case .many(let index): index.isEmpty
    }
  }

  /// Adds an entry, unless it is there already.
  mutating func insert(_ entry: IndexEntry) {
    switch self {
    case .none: self = .one(entry)
    case .one(let first):
      guard first != entry else { return }
      var index = SortedIndex()
      index.insert(first)
      index.insert(entry)
      self = .many(index)
    case .many(var index):
      // Taken out first, so that the index has one owner and changes in place.
      self = .none
      index.insert(entry)
      self = .many(index)
    }
  }

  /// Takes an entry away, if it is there.
  mutating func remove(_ entry: IndexEntry) {
    switch self {
    case .none: return
    case .one(let only):
      if only == entry { self = .none }
    case .many(var index):
      self = .none
      index.remove(entry)
      self = .many(index)
    }
  }

  /// The entries with times in a range.
  func run(_ times: TimeBounds) -> IndexRun {
    switch self {
    case .none: IndexRun()
    case .one(let entry): times.contains(entry.time) ? IndexRun(only: entry) : IndexRun()
    case .many(let index): index.run(times)
    }
  }
}
