/// One order of a group's numbers in memory: a heap by turn, in which every number stands once.
struct NumberTurns: Sendable {
  private(set) var fingerprint: UInt64
  /// The numbers, as the group had them.
  private let places: [String: Int]
  /// When each number's turn is.
  private var turns: [Int64]
  /// Each number's rank among all by the bytes of what is dialled, which decides ties.
  private let ranks: [Int]
  /// Places of numbers; each comes before the two at 2i + 1 and 2i + 2.
  private var heap: [Int]
  /// Where a place stands in the heap.
  private var positions: [Int]
  /// The last turn that was given to a number which went to the end.
  private var last: Int64?

  /// The order of a group whose numbers never had a turn, except those that an earlier order knows.
  ///
  /// - Complexity: O(n log n).
  init(_ group: AccessGroup, after earlier: NumberTurns? = nil) {
    fingerprint = group.fingerprint
    places = group.places
    last = earlier?.last
    turns = group.numbers.enumerated().map { place, number in
      guard let earlier, let known = earlier.places[number.dialled],
        !NumberTurn.isNever(earlier.turns[known])
      else { return NumberTurn.never(place: place) }
      return earlier.turns[known]
    }
    let order = group.numbers.indices.sorted {
      ByteOrder.precedes(group.numbers[$0].dialled, group.numbers[$1].dialled)
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.ranks = ranks
    heap = Array(turns.indices)
    positions = Array(turns.indices)
    for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(position) }
  }

  /// The places whose turn is first, up to an instant.
  ///
  /// - Complexity: O(1) for one, O(n log n) for more.
  func first(_ count: Int, upTo last: Int64) -> [Int] {
    guard count > 1 else {
      guard let place = heap.first, turns[place] <= last else { return [] }
      return [place]
    }
    return Array(heap.lazy.filter { turns[$0] <= last }.sorted(by: precedes).prefix(count))
  }

  /// The first turn after an instant.
  ///
  /// - Complexity: O(1) when all turns are after it, else O(n).
  func firstTurn(after now: Int64) -> Int64? {
    guard let place = heap.first else { return nil }
    if turns[place] > now { return turns[place] }
    return turns.lazy.filter { $0 > now }.min()
  }

  /// Gives a number another turn.
  ///
  /// - Complexity: O(log n).
  mutating func setTurn(of number: AccessNumber, to turn: Int64) {
    guard let place = places[number.dialled] else { return }
    let old = turns[place]
    turns[place] = turn
    if turn < old { rise(positions[place]) } else { sink(positions[place]) }
  }

  /// Puts a number at the end.
  mutating func moveToEnd(_ number: AccessNumber, now: Int64) {
    guard places[number.dialled] != nil else { return }
    let turn = NumberTurn.last(now: now, after: last)
    last = turn
    setTurn(of: number, to: turn)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    turns[left] != turns[right] ? turns[left] < turns[right] : ranks[left] < ranks[right]
  }

  private mutating func rise(_ start: Int) {
    var position = start
    while position > 0 {
      let parent = (position - 1) / 2
      guard precedes(heap[position], heap[parent]) else { return }
      swap(position, parent)
      position = parent
    }
  }

  private mutating func sink(_ start: Int) {
    var position = start
    while true {
      var least = position
      for child in [2 * position + 1, 2 * position + 2]
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      if least == position { return }
      swap(position, least)
      position = least
    }
  }

  private mutating func swap(_ left: Int, _ right: Int) {
    heap.swapAt(left, right)
    positions[heap[left]] = left
    positions[heap[right]] = right
  }
}
