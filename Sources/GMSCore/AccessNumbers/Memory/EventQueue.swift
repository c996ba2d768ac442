/// When something happens to entries: mostly in the order in which it was planned.
///
/// Plans of one lane mostly come in the order of their instants, and wait in a queue; those that do not wait in a
/// heap. Plans are not taken out when they change: what is planned for an entry now is kept beside, and an event that
/// differs from it is passed over. When more than half of a queue is such events, they are taken out together.
struct EventQueue: Sendable {
  private struct Event {
    let time: Int64
    let entry: Int32
  }

  private struct Lane {
    var queue: [Event] = []
    /// Where the queue begins; what stands before is taken already.
    var start = 0

    var first: Event? { start < queue.count ? queue[start] : nil }

    mutating func advance() {
      start += 1
      // Half of the array is behind: moving the rest costs no more than it took to get here.
      if 2 * start >= queue.count, start >= 1024 || start == queue.count {
        queue.removeFirst(start)
        start = 0
      }
    }
  }

  /// What is planned for each entry; `.max` for nothing.
  private var plans: [Int64] = []
  private var lanes: [Lane]
  private var heap = EventHeap()
  /// How many entries have a plan.
  private var count = 0

  /// No plans, and so many lanes.
  init(lanes count: Int) { lanes = Array(repeating: Lane(), count: count) }

  /// Plans what happens to an entry, in place of what was planned for it.
  ///
  /// - Complexity: O(1), amortised, for an instant that is not before others of its lane; else O(log n).
  mutating func plan(_ entry: Int, at time: Int64, lane: Int) {
    while plans.count <= entry { plans.append(.max) }
    if plans[entry] == .max { count += 1 }
    plans[entry] = time
    if let last = lanes[lane].queue.last, lanes[lane].start < lanes[lane].queue.count, last.time > time {
      heap.set(entry, to: time)
      return
    }
    heap.remove(entry)
    lanes[lane].queue.append(Event(time: time, entry: Int32(entry)))
    if lanes[lane].queue.count - lanes[lane].start > 2 * count + 1024 { compact(lane) }
  }

  /// Nothing happens to an entry any more.
  mutating func cancel(_ entry: Int) {
    guard plans[entry] != .max else { return }
    plans[entry] = .max
    count -= 1
    heap.remove(entry)
  }

  /// Takes the first entry to which something happens up to an instant; nil when there is none.
  mutating func next(upTo last: Int64) -> Int? {
    var found: (time: Int64, entry: Int, lane: Int?)?
    if let first = heap.first, first.time <= last { found = (first.time, first.entry, nil) }
    for lane in lanes.indices {
      while let event = lanes[lane].first, event.time <= last, plans[Int(event.entry)] != event.time {
        lanes[lane].advance()
      }
      guard let event = lanes[lane].first, event.time <= last, event.time < found?.time ?? .max else {
        continue
      }
      found = (event.time, Int(event.entry), lane)
    }
    guard let found else { return nil }
    if let lane = found.lane { lanes[lane].advance() }
    cancel(found.entry)
    return found.entry
  }

  private mutating func compact(_ lane: Int) {
    var kept: [Event] = []
    kept.reserveCapacity(count + 1)
    for event in lanes[lane].queue[lanes[lane].start...] where plans[Int(event.entry)] == event.time {
      kept.append(event)
    }
    lanes[lane].queue = kept
    lanes[lane].start = 0
  }
}
