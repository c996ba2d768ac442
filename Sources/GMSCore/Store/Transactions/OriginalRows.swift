/// What stood in a table before a transaction touched it, of each record once.
///
/// Nearly every transaction touches a few records, which are found by walking; only one that touches many gets a
/// dictionary.
struct OriginalRows {
  /// A record that was touched.
  struct Original {
    let kind: RecordKind
    let id: String
    /// What stood there; nil when there was no such record.
    let row: RecordRow<RecordContent>?
    /// What stands there now.
    fileprivate(set) var now: RecordRow<RecordContent>?
  }

  private struct Name: Hashable {
    let kind: RecordKind
    let id: ExactText
  }

  /// So many are walked.
  private static let few = 16

  /// The records, in the order in which they were first touched.
  private(set) var rows: [Original] = []
  /// Where each stands among them, when there are many.
  private var places: [Name: Int] = [:]

  /// Remembers what stood there, unless something is remembered already, and what stands there now.
  ///
  /// - Complexity: O(1).
  mutating func add(
    _ row: RecordRow<RecordContent>?,
    now: RecordRow<RecordContent>?,
    kind: RecordKind,
    id: String
  ) {
    if let at = place(of: kind, id) {
      rows[at].now = now
      return
    }
    if !places.isEmpty { places[Name(kind: kind, id: ExactText(id))] = rows.count }
    rows.append(Original(kind: kind, id: id, row: row, now: now))
  }

  private mutating func place(of kind: RecordKind, _ id: String) -> Int? {
    let exact = ExactText(id)
    if rows.count < OriginalRows.few {
      return rows.firstIndex { $0.kind == kind && ExactText($0.id) == exact }
    }
    if places.isEmpty {
      for (at, row) in rows.enumerated() { places[Name(kind: row.kind, id: ExactText(row.id))] = at }
    }
    return places[Name(kind: kind, id: exact)]
  }
}
