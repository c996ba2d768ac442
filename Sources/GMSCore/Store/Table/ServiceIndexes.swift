/// The orders by which the records of one service are found.
struct ServiceIndexes: Sendable {
  /// By state: the records by time.
  ///
  /// A state that has no record any more keeps its empty place: callbacks come and go in each.
  private(set) var states: [String: SortedIndex] = [:]
  /// All records of the service, by when they were made.
  private(set) var created = SortedIndex()

  /// A state and the times of a record in it.
  typealias Place = (state: String, times: RecordIndexes.Times)

  var isEmpty: Bool { created.isEmpty }

  mutating func insert(_ id: String, _ place: Place) {
    states[place.state, default: SortedIndex()].insert(IndexEntry(time: place.times.time, id: id))
    created.insert(IndexEntry(time: place.times.created, id: id))
  }

  mutating func remove(_ id: String, _ place: Place) {
    leave(id, place)
    created.remove(IndexEntry(time: place.times.created, id: id))
  }

  /// Moves a record, in those orders only whose key has changed.
  mutating func change(_ id: String, from old: Place, to new: Place) {
    if old.state != new.state || old.times.time != new.times.time {
      leave(id, old)
      states[new.state, default: SortedIndex()].insert(IndexEntry(time: new.times.time, id: id))
    }
    guard old.times.created != new.times.created else { return }
    created.remove(IndexEntry(time: old.times.created, id: id))
    created.insert(IndexEntry(time: new.times.created, id: id))
  }

  private mutating func leave(_ id: String, _ place: Place) {
    guard let at = states.index(forKey: place.state) else { return }
    states.values[at].remove(IndexEntry(time: place.times.time, id: id))
  }
}
