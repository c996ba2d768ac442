/// The writing side of a transaction: it changes a state in place, and remembers what it changed.
///
/// For each record that it touches it keeps what was there first. That is what rolling back needs, and it
/// tells whether anything has changed at all: a record that was changed and changed back has not.
final class StoreTransaction: StoreWriter {
  private struct Name: Hashable {
    let kind: RecordKind
    let id: String
  }

  /// The state with the changes so far.
  private(set) var state: StoreState
  private var originals: [Name: StoredRecord?] = [:]
  private var originalConfiguration: Configuration?
  private var isOpen = true

  init(_ state: consuming StoreState) { self.state = state }

  /// Ends the transaction; no one may use it after that.
  func close() { isOpen = false }

  /// Whether the state differs from what it was at the beginning.
  var hasChanges: Bool {
    if let originalConfiguration, originalConfiguration != state.configuration { return true }
    return originals.contains { name, original in
      let present = state.table.row(name.kind, name.id)?.record
      guard let present, let original else { return (present == nil) != (original == nil) }
      return !present.isSame(as: original)
    }
  }

  /// Counts the commit.
  func advanceSequence() { state.sequence += 1 }

  /// Puts back what was there at the beginning.
  ///
  /// - Complexity: O(m log n) for m records that were touched.
  func rollBack() {
    for (name, original) in originals {
      if let original { state.table.put(RecordRow(original)) } else { state.table.remove(name.kind, name.id) }
    }
    if let originalConfiguration { state.configuration = originalConfiguration }
    originals = [:]
    originalConfiguration = nil
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
    if originalConfiguration == nil { originalConfiguration = state.configuration }
    state.configuration = configuration
  }

  func put(_ record: StoredRecord) {
    checkOpen()
    precondition(
      JSONReader.isObjectOnOneLine(record.body),
      "The body of record '\(record.id)' is not one JSON object on one line."
    )
    let old = state.table.put(RecordRow(record))?.record
    let name = Name(kind: record.kind, id: record.id)
    if originals[name] == nil { originals[name] = .some(old) }
  }

  func remove(_ kind: RecordKind, _ id: String) -> Bool {
    checkOpen()
    guard let old = state.table.remove(kind, id)?.record else { return false }
    let name = Name(kind: kind, id: id)
    if originals[name] == nil { originals[name] = .some(old) }
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

extension StoredRecord {
  /// Whether the records are the same to the byte; `==` holds texts for equal that differ in their form.
  fileprivate func isSame(as other: StoredRecord) -> Bool {
    self == other && id.utf8.elementsEqual(other.id.utf8) && body.utf8.elementsEqual(other.body.utf8)
  }
}
