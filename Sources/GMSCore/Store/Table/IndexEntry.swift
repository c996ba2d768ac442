/// What an index keeps of one record: the time it is sorted by, in milliseconds since 1970, and its id.
struct IndexEntry: Sendable {
  let time: Int64
  let id: String
}

extension IndexEntry: Comparable {
  /// Orders by time, then by the bytes of the id.
  static func < (lhs: IndexEntry, rhs: IndexEntry) -> Bool {
    if lhs.time != rhs.time { return lhs.time < rhs.time }
    return ByteOrder.precedes(lhs.id, rhs.id)
  }

  /// Whether time and bytes of the id are the same.
  static func == (lhs: IndexEntry, rhs: IndexEntry) -> Bool {
    lhs.time == rhs.time && ExactText(lhs.id) == ExactText(rhs.id)
  }
}
