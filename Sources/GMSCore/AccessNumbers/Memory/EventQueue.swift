/// What happens to bookings that are over: they are forgotten, mostly in the order in which they ended.
///
/// An instant that comes in order waits in a queue, where it costs nothing; one that does not waits in a heap. An
/// entry that is gone is not taken out: whoever takes an event compares it with what the entry is by then.
struct EventQueue: Sendable {
  private struct Event {
    let time: Int64
    let entry: Int32
  }

  private var queue: [Event] = []
  /// Where the queue begins; what stands before is taken already.
  private var start = 0
  private var heap = EventHeap()

  /// Adds the instant of an entry that has none here.
  mutating func add(_ entry: Int, at time: Int64) {
    if start == queue.count || queue[queue.count - 1].time <= time {
      queue.append(Event(time: time, entry: Int32(entry)))
    } else {
      heap.set(entry, to: time)
    }
  }

  /// Takes the first event up to an instant; nil when there is none.
  mutating func next(upTo last: Int64) -> (time: Int64, entry: Int)? {
    let waiting = start < queue.count ? queue[start].time : .max
    if let first = heap.first, first.time < waiting {
      guard first.time <= last else { return nil }
      heap.remove(first.entry)
      return first
    }
    guard waiting <= last, start < queue.count else { return nil }
    let event = queue[start]
    start += 1
    // Half of the array is behind: moving the rest costs no more than it took to get here.
    if 2 * start >= queue.count, start >= 1024 || start == queue.count {
      queue.removeFirst(start)
      start = 0
    }
    return (event.time, Int(event.entry))
  }
}
