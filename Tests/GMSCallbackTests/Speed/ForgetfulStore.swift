import GMSCore

/// A store that keeps nothing of what is made of its services: whoever asks reads the configuration each time.
///
/// It is the slow and obvious model of every store that does keep it.
struct ForgetfulStore: Store {
  let store: any Store

  func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
    try store.read { try body(Reader(reader: $0)) }
  }

  func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result {
    try store.write(change) { try body(Writer(writer: $0)) }
  }

  struct Reader: StoreReader {
    let reader: any StoreReader
    var sequence: Int { reader.sequence }
    func configuration() throws -> Configuration { try reader.configuration() }
    func service(_ name: String) throws -> Options? { try reader.service(name) }
    func section(_ name: String) throws -> Options? { try reader.section(name) }
    func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? { try reader.record(kind, id) }
    func records(_ query: RecordQuery) throws -> [StoredRecord] { try reader.records(query) }
    func count(_ query: RecordQuery) throws -> Int { try reader.count(query) }
    func times(_ query: RecordQuery) throws -> [Int64] { try reader.times(query) }
  }

  struct Writer: StoreWriter {
    let writer: any StoreWriter
    var sequence: Int { writer.sequence }
    func configuration() throws -> Configuration { try writer.configuration() }
    func service(_ name: String) throws -> Options? { try writer.service(name) }
    func section(_ name: String) throws -> Options? { try writer.section(name) }
    func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? { try writer.record(kind, id) }
    func records(_ query: RecordQuery) throws -> [StoredRecord] { try writer.records(query) }
    func count(_ query: RecordQuery) throws -> Int { try writer.count(query) }
    func times(_ query: RecordQuery) throws -> [Int64] { try writer.times(query) }
    func setConfiguration(_ configuration: Configuration) throws {
      try writer.setConfiguration(configuration)
    }
    func put(_ record: StoredRecord) throws { try writer.put(record) }
    func remove(_ kind: RecordKind, _ id: String) throws -> Bool { try writer.remove(kind, id) }
  }
}
