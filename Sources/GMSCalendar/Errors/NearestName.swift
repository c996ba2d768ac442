/// Finds the name that a person most likely meant.
package enum NearestName {
  /// The candidate with the smallest edit distance, ignoring case, when it is near enough to be meant.
  ///
  /// Near enough is at most a third of the longer name's letters, and at least one; of equals the first wins.
  /// A candidate that contains the text as its last path part (`Paris` → `Europe/Paris`) counts as distance 1.
  ///
  /// - Complexity: O(n · m · k) for k candidates of length m; lengths over 64 are compared by their first 64.
  package static func find(_ text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().utf8.prefix(64))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let name = Array(candidate.lowercased().utf8.prefix(64))
      var distance = editDistance(wanted, name, limit: best?.distance ?? Int.max)
      if let slash = name.lastIndex(of: UInt8(ascii: "/")), Array(name[(slash + 1)...]) == wanted {
        distance = min(distance, 1)
      }
      let allowed = max(1, max(wanted.count, name.count) / 3)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours from `a` to `b`.
  ///
  /// A length difference of `limit` or more is answered as that difference without looking further.
  static func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    if abs(a.count - b.count) >= limit { return abs(a.count - b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
