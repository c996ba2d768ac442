/// The writing side of a transaction: it changes a state in place, and remembers what it changed.
///
/// For each record that it touches it keeps what was there first. That is what rolling back needs, and it
/// tells whether anything has changed at all: a record that was changed and changed back has not.
final class StoreTransaction: StoreWriter {
  /// The state with the changes so far.
  private(set) var state: StoreState
  private var originals = OriginalRows()
  private var original: (configuration: Configuration, compiled: CompiledServices?)?
  private var isOpen = true

  init(_ state: consuming StoreState) { self.state = state }

  /// Ends the transaction; no one may use it after that.
  func close() { isOpen = false }

  /// Whether the state differs from what it was at the beginning.
  var hasChanges: Bool {
    if let original, original.configuration != state.configuration { return true }
    return originals.rows.contains { original in
      guard let present = original.now, let before = original.row else {
        return (original.now == nil) != (original.row == nil)
      }
      return !present.isSame(as: before)
    }
  }

  /// Counts the commit.
  func advanceSequence() { state.sequence += 1 }

  /// Puts back what was there at the beginning.
  ///
  /// - Complexity: O(m log n) for m records that were touched.
  func rollBack() {
    for original in originals.rows {
      if let row = original.row {
        state.table.put(row)
      } else {
        state.table.remove(original.kind, original.id)
      }
    }
    if let original { state.set(original.configuration, original.compiled) }
    originals = OriginalRows()
    original = nil
  }

  /// Takes the state out, for the store to keep.
  func takeState() -> StoreState {
    let taken = state
    state = StoreState()
    return taken
  }

  private func checkOpen() {
    precondition(isOpen, "A store's transaction was used after the body that received it had ended.")
  }

  // MARK: - StoreWriter

  func setConfiguration(_ configuration: Configuration) {
    checkOpen()
    if original == nil { original = (state.configuration, state.compiledServices) }
    state.set(configuration)
  }

  func put(_ record: StoredRecord) {
    checkOpen()
    if case .text(let body) = record.content {
      precondition(
        JSONReader.isObjectOnOneLine(body),
        "The body of record '\(record.id)' is not one JSON object on one line."
      )
    }
    let row = RecordRow(record)
    let old = state.table.put(row)
    originals.add(old, now: row, kind: record.kind, id: record.id)
  }

  func remove(_ kind: RecordKind, _ id: String) -> Bool {
    checkOpen()
    guard let old = state.table.remove(kind, id) else { return false }
    originals.add(old, now: nil, kind: kind, id: id)
    return true
  }

  // MARK: - StoreReader

  var sequence: Int {
    checkOpen()
    return state.sequence
  }

  func configuration() -> Configuration {
    checkOpen()
    return state.configuration
  }

  func service(_ name: String) -> Options? {
    checkOpen()
    return state.configuration.services[name]
  }

  var compiledServices: CompiledServices? {
    checkOpen()
    return state.compiledServices
  }

  func record(_ kind: RecordKind, _ id: String) -> StoredRecord? {
    checkOpen()
    return state.table.row(kind, id)?.record
  }

  func records(_ query: RecordQuery) -> [StoredRecord] {
    checkOpen()
    return state.table.rows(query).map(\.record)
  }

  func count(_ query: RecordQuery) -> Int {
    checkOpen()
    return state.table.count(query)
  }

  func times(_ query: RecordQuery) -> [Int64] {
    checkOpen()
    return state.table.times(query)
  }
}

extension RecordRow<RecordContent> {
  /// Whether the records are the same to the byte; `==` holds texts for equal that differ in their form.
  fileprivate func isSame(as other: RecordRow<RecordContent>) -> Bool {
    if self === other { return true }
    return kind == other.kind && keys == other.keys && id.utf8.elementsEqual(other.id.utf8)
      && payload.isSame(as: other.payload)
  }
}
