/// When an office is open in one block of time, as sorted instants.
///
/// Time is cut into blocks of 2²⁵ seconds, a little more than a year, so that an instant finds its block by a
/// shift. Inside, the moments at which the office opens or closes are 32-bit offsets from the block's start,
/// and a small table says which of them fall into each 2¹⁶ seconds (18 hours), so a question looks at two or
/// three of them. A block with weekday hours takes about 4 KiB.
final class CompiledBlock: Sendable {
  /// The length of a block is 2 to this power, in seconds.
  static let shift: Int64 = 25
  /// The length of a block in seconds.
  static let length: Int64 = 1 << shift
  private static let bucketShift: Int32 = 16
  private static let bucketCount = 1 << (25 - 16)

  /// Whether the office is open at the block's first second.
  let isOpenAtStart: Bool
  /// The offsets at which the office changes between open and closed, ascending, all in 1..<length.
  let changes: [Int32]
  /// The open seconds of the block.
  let openSeconds: Int64
  /// For each bucket, how many changes lie before it; one more entry at the end for the whole count.
  private let changesBefore: [UInt32]

  /// The block that a sorted list of disjoint, untouching spans makes; spans may reach over its ends.
  init(index: Int, spans: [Range<Int64>]) {
    let start = Int64(index) << CompiledBlock.shift
    var isOpenAtStart = false
    var changes: [Int32] = []
    changes.reserveCapacity(spans.count * 2)
    var openSeconds: Int64 = 0
    for span in spans {
      let lower = max(0, span.lowerBound - start)
      let upper = min(CompiledBlock.length, span.upperBound - start)
      guard lower < upper else { continue }
      openSeconds += upper - lower
      if lower == 0 { isOpenAtStart = true } else { changes.append(Int32(lower)) }
      if upper < CompiledBlock.length { changes.append(Int32(upper)) }
    }
    var changesBefore = [UInt32](repeating: 0, count: CompiledBlock.bucketCount + 1)
    for change in changes { changesBefore[Int(change >> CompiledBlock.bucketShift) + 1] += 1 }
    for bucket in 1...CompiledBlock.bucketCount { changesBefore[bucket] += changesBefore[bucket - 1] }
    self.isOpenAtStart = isOpenAtStart
    self.changes = changes
    self.openSeconds = openSeconds
    self.changesBefore = changesBefore
  }

  /// How many changes happen at or before an offset from the block's start.
  ///
  /// - Complexity: O(log n) in the changes of 18 hours.
  func changeCount(through offset: Int32) -> Int {
    let bucket = Int(offset >> CompiledBlock.bucketShift)
    var low = Int(changesBefore[bucket])
    var high = Int(changesBefore[bucket + 1])
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the office is open after so many of the changes.
  func isOpen(afterChanges count: Int) -> Bool { isOpenAtStart != (count & 1 == 1) }

  /// The bytes that the block's arrays and object take.
  var byteCount: Int {
    let header = 32
    return header * 3 + changes.capacity * MemoryLayout<Int32>.stride
      + changesBefore.capacity * MemoryLayout<UInt32>.stride
  }
}
