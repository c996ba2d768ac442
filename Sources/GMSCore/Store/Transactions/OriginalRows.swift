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
  }

  private struct Name: Hashable {
    let kind: RecordKind
    let id: ExactText
  }

  /// So many are walked.
  private static let few = 16

  /// The records, in the order in which they were first touched.
  private(set) var rows: [Original] = []
  /// Their names, when there are many.
  private var names: Set<Name> = []

  /// Remembers what stood there, unless something is remembered already.
  ///
  /// - Complexity: O(1).
  mutating func add(_ row: RecordRow<RecordContent>?, kind: RecordKind, id: String) {
    if rows.count < OriginalRows.few {
      let id = ExactText(id)
      if rows.contains(where: { ExactText($0.id) == id && $0.kind == kind }) { return }
    } else {
      if names.isEmpty { names = Set(rows.map { Name(kind: $0.kind, id: ExactText($0.id)) }) }
      guard names.insert(Name(kind: kind, id: ExactText(id))).inserted else { return }
    }
    rows.append(Original(kind: kind, id: id, row: row))
  }
}
