/// The entries of several runs in one order, by a heap of the runs' first entries.
struct MergedRuns {
  /// Runs that have an entry; each stands before the two at 2i + 1 and 2i + 2.
  private var heap: [IndexRun]

  /// - Complexity: O(k) for k runs.
  init(_ runs: [IndexRun]) {
    heap = runs.filter { $0.first != nil }
    for at in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(at) }
  }

  /// Takes the smallest entry off.
  ///
  /// - Complexity: O(log k).
  mutating func next() -> IndexEntry? {
    guard !heap.isEmpty, let entry = heap[0].next() else { return nil }
    if heap[0].first == nil {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
    }
    if !heap.isEmpty { sink(0) }
    return entry
  }

  private mutating func sink(_ start: Int) {
    var at = start
    while true {
      var smallest = at
      for child in [2 * at + 1, 2 * at + 2] where child < heap.count && precedes(child, smallest) {
        smallest = child
      }
      if smallest == at { return }
      heap.swapAt(at, smallest)
      at = smallest
    }
  }

  private func precedes(_ lhs: Int, _ rhs: Int) -> Bool {
    guard let left = heap[lhs].first, let right = heap[rhs].first else {
      preconditionFailure("A run without entries is in the heap.")
    }
    return left < right
  }
}
