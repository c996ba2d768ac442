/// The order of texts by their UTF-8 bytes, which differs from that of `String` beyond ASCII.
package enum ByteOrder {
  /// Whether the bytes of `lhs` stand before those of `rhs`.
  package static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    // For native strings this is a loop over two buffers; the view of a bridged one is walked.
    let answer = lhs.utf8.withContiguousStorageIfAvailable { left in
      rhs.utf8.withContiguousStorageIfAvailable { right in
        let shared = min(left.count, right.count)
        for at in 0..<shared where left[at] != right[at] { return left[at] < right[at] }
        return left.count < right.count
      }
    }
    if case .some(.some(let answer)) = answer { return answer }
    return lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }
}
