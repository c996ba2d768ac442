/// Which booking something happens to next: a heap of instants in which each booking stands at most once.
///
/// Four children a node: the heap of a hundred thousand bookings has nine floors.
struct EventHeap: Sendable {
  private struct Event {
    var time: Int64
    var entry: Int32
  }

  private var events: [Event] = []
  /// Where an entry stands in the heap; -1 when it does not.
  private var positions: [Int32] = []

  /// The first instant and its entry; nil when there is none.
  var first: (time: Int64, entry: Int)? { events.first.map { ($0.time, Int($0.entry)) } }

  /// Sets when something happens to an entry.
  ///
  /// - Complexity: O(log n); O(1) for an instant after most others.
  mutating func set(_ entry: Int, to time: Int64) {
    while positions.count <= entry { positions.append(-1) }
    let position = Int(positions[entry])
    if position < 0 {
      events.append(Event(time: time, entry: Int32(entry)))
      rise(events.count - 1)
    } else {
      let old = events[position].time
      events[position].time = time
      if time < old { rise(position) } else { sink(position) }
    }
  }

  /// Takes an entry out, if it is there.
  ///
  /// - Complexity: O(log n).
  mutating func remove(_ entry: Int) {
    guard entry < positions.count, positions[entry] >= 0 else { return }
    let position = Int(positions[entry])
    positions[entry] = -1
    let last = events.removeLast()
    guard position < events.count else { return }
    let old = events[position].time
    events[position] = last
    positions[Int(last.entry)] = Int32(position)
    if last.time < old { rise(position) } else { sink(position) }
  }

  private mutating func rise(_ start: Int) {
    let event = events[start]
    var position = start
    while position > 0 {
      let parent = (position - 1) / 4
      guard event.time < events[parent].time else { break }
      events[position] = events[parent]
      positions[Int(events[position].entry)] = Int32(position)
      position = parent
    }
    events[position] = event
    positions[Int(event.entry)] = Int32(position)
  }

  private mutating func sink(_ start: Int) {
    let event = events[start]
    var position = start
    while true {
      let firstChild = 4 * position + 1
      guard firstChild < events.count else { break }
      var least = firstChild
      var child = firstChild + 1
      let end = min(firstChild + 4, events.count)
      while child < end {
        if events[child].time < events[least].time { least = child }
        child += 1
      }
      guard events[least].time < event.time else { break }
      events[position] = events[least]
      positions[Int(events[position].entry)] = Int32(position)
      position = least
    }
    events[position] = event
    positions[Int(event.entry)] = Int32(position)
  }
}
