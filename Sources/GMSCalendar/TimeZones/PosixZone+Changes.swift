extension PosixZone {
  /// The changes of the offset after one second, up to the first at or after another.
  ///
  /// - Complexity: O(n) in the years between them.
  func changes(after second: Int64, through end: Int64) -> [OffsetChange] {
    if let changes = plainChanges(after: second, through: end) { return changes }
    var changes: [OffsetChange] = []
    var last = second
    while last < end, let change = change(after: last) {
      changes.append(change)
      last = change.second
    }
    return changes
  }

  /// The same for a zone in which each year's daylight time ends before the next one's begins, year by year; nil
  /// for any other.
  ///
  /// Every zone that is in use is plain, and walking from change to change takes ten times as long.
  private func plainChanges(after second: Int64, through end: Int64) -> [OffsetChange]? {
    guard let daylight, second <= end, TZifFile.seconds.contains(second), TZifFile.seconds.contains(end)
    else {
      return nil
    }
    var changes: [OffsetChange] = []
    func add(_ change: OffsetChange) {
      guard change.second > second, changes.last.map({ $0.second < end }) ?? true else { return }
      changes.append(change)
    }
    var last = Int64.min
    // A change can lie some days outside of its year, and daylight time can last into the next one.
    for year in (PosixZone.year(of: second) - 2)...(PosixZone.year(of: end) + 2) {
      let (start, stop) = daylightTime(from: year)
      guard last < start, start < stop else { return nil }
      last = stop
      add(OffsetChange(second: start, offset: daylight.offset))
      add(OffsetChange(second: stop, offset: standardOffset))
    }
    return changes
  }
}
