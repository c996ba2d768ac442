/// The reading side of a transaction: one state, which no writer changes.
struct StoreSnapshot: StoreReader {
  private let state: StoreState

  init(_ state: StoreState) { self.state = state }

  var sequence: Int { state.sequence }

  func configuration() -> Configuration { state.configuration }

  func service(_ name: String) -> Options? { state.configuration.services[name] }

  var compiledServices: CompiledServices? { state.compiledServices }

  func record(_ kind: RecordKind, _ id: String) -> StoredRecord? { state.table.row(kind, id)?.record }

  func records(_ query: RecordQuery) -> [StoredRecord] { state.table.rows(query).map(\.record) }

  func count(_ query: RecordQuery) -> Int { state.table.count(query) }

  func times(_ query: RecordQuery) -> [Int64] { state.table.times(query) }
}
