#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The order of texts by their UTF-8 bytes, which differs from that of `String` beyond ASCII.
package enum ByteOrder {
  /// Whether the bytes of `lhs` stand before those of `rhs`.
  package static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    // For native strings this compares memory; the view of a bridged one is walked.
    let answer = lhs.utf8.withContiguousStorageIfAvailable { left in
      rhs.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    if case .some(.some(let answer)) = answer { return answer }
    return lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }
}
