/// A zone's offsets over time, flat and sorted, with an index that leaves a look-up only a few entries.
///
/// The index has an entry for every 2^25 seconds (388 days) from the first change, but not before 1850, to the
/// last one, but not after 2200: about a kilobyte for a zone that changes twice a year.
struct OffsetTable: Hashable, Sendable {
  /// Where each span starts; the first is `Int64.min`, and each has another offset than the one before.
  let starts: [Int64]
  /// The offset of each span, in seconds east of UTC.
  let offsets: [Int32]
  /// For each bucket the span that holds its first second, then one for the second after the last bucket.
  private let buckets: [Int32]
  /// The number of the first bucket: its first second, divided by 2^25.
  private let firstBucket: Int64

  private static let bucketBits: Int64 = 25
  private static let earliestBucket: Int64 = -3_786_825_600 >> bucketBits  // 1850
  private static let latestBucket: Int64 = 7_258_118_400 >> bucketBits  // 2200

  /// A table from the oldest offset and its ascending changes; changes to the same offset are dropped.
  init(firstOffset: Int, changes: some Sequence<OffsetChange>) {
    var starts = [Int64.min]
    var offsets = [Int32(firstOffset)]
    for change in changes where Int32(change.offset) != offsets[offsets.count - 1] {
      starts.append(change.second)
      offsets.append(Int32(change.offset))
    }
    var buckets: [Int32] = []
    var firstBucket: Int64 = 0
    if starts.count > 1 {
      let limits = OffsetTable.earliestBucket...OffsetTable.latestBucket
      firstBucket = min(max(starts[1] >> OffsetTable.bucketBits, limits.lowerBound), limits.upperBound)
      let lastStart = starts[starts.count - 1] >> OffsetTable.bucketBits
      let lastBucket = max(firstBucket, min(lastStart, limits.upperBound))
      var span = 0
      for bucket in firstBucket...(lastBucket + 1) {
        while span + 1 < starts.count, starts[span + 1] <= bucket << OffsetTable.bucketBits { span += 1 }
        buckets.append(Int32(span))
      }
    }
    self.starts = starts
    self.offsets = offsets
    self.buckets = buckets
    self.firstBucket = firstBucket
  }

  /// The offset at that second.
  func offset(at second: Int64) -> Int { Int(offsets[position(of: second)]) }

  /// The number of the span that holds that second.
  ///
  /// - Complexity: O(log n) for the n changes within 388 days.
  func position(of second: Int64) -> Int {
    let bucket = Int(truncatingIfNeeded: second >> OffsetTable.bucketBits &- firstBucket)
    var low = 0
    var high = starts.count - 1
    if bucket < 0 {
      high = Int(buckets.first ?? 0)
    } else if bucket < buckets.count - 1 {
      low = Int(buckets[bucket])
      high = Int(buckets[bucket + 1])
    } else {
      low = Int(buckets.last ?? 0)
    }
    while high - low > 4 {
      let middle = (low + high + 1) / 2
      if starts[middle] <= second { low = middle } else { high = middle - 1 }
    }
    while low < high, starts[low + 1] <= second { low += 1 }
    return low
  }

  /// The span with that number.
  func span(_ position: Int) -> OffsetSpan {
    OffsetSpan(
      start: starts[position],
      end: position + 1 < starts.count ? starts[position + 1] : .max,
      offset: Int(offsets[position])
    )
  }
}
