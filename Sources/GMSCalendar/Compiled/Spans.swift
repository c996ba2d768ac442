/// Sets of seconds as half-open ranges.
enum Spans {
  /// The union of ranges as sorted ranges that neither overlap nor touch; empty ones are dropped.
  ///
  /// - Complexity: O(n) when the ranges come sorted by their starts, else O(n log n).
  static func merged(_ spans: [Range<Int64>]) -> [Range<Int64>] {
    var sorted = spans
    if zip(spans, spans.dropFirst()).contains(where: { $0.lowerBound > $1.lowerBound }) {
      sorted.sort { $0.lowerBound < $1.lowerBound }
    }
    var count = 0
    for span in sorted where !span.isEmpty {
      if count > 0, span.lowerBound <= sorted[count - 1].upperBound {
        if span.upperBound > sorted[count - 1].upperBound {
          sorted[count - 1] = sorted[count - 1].lowerBound..<span.upperBound
        }
      } else {
        sorted[count] = span
        count += 1
      }
    }
    sorted.removeLast(sorted.count - count)
    return sorted
  }

  /// The seconds that are in both of two sets, each merged.
  static func intersection(_ a: [Range<Int64>], _ b: [Range<Int64>]) -> [Range<Int64>] {
    a.flatMap { outer in b.filter(outer.overlaps).map { $0.clamped(to: outer) } }
  }
}
