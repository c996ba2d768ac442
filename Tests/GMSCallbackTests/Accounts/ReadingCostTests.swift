import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Synchronization
import Testing

/// Whoever acts as nobody reads nothing for it.
struct ReadingCostTests {
  /// A store that counts how often the whole configuration is read.
  final class CountingStore: Store {
    let store: any Store
    let count = Mutex(0)

    init(_ store: any Store) { self.store = store }

    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
      try store.read { try body(CountingReader(reader: $0, store: self)) }
    }

    func write<Result>(
      _ change: StoreChange,
      _ body: (any StoreWriter) throws -> Result
    ) throws -> Result {
      try store.write(change) { try body(CountingWriter(writer: $0, store: self)) }
    }

    func counting(_ body: () throws -> Void) rethrows -> Int {
      let before = count.withLock { $0 }
      try body()
      return count.withLock { $0 } - before
    }
  }

  struct CountingReader: StoreReader {
    let reader: any StoreReader
    let store: CountingStore
    var sequence: Int { reader.sequence }
    func configuration() throws -> Configuration {
      store.count.withLock { $0 += 1 }
      return try reader.configuration()
    }
    func service(_ name: String) throws -> Options? { try reader.service(name) }
    func section(_ name: String) throws -> Options? { try reader.section(name) }
    func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? { try reader.record(kind, id) }
    func records(_ query: RecordQuery) throws -> [StoredRecord] { try reader.records(query) }
    func count(_ query: RecordQuery) throws -> Int { try reader.count(query) }
    func times(_ query: RecordQuery) throws -> [Int64] { try reader.times(query) }
  }

  struct CountingWriter: StoreWriter {
    let writer: any StoreWriter
    let store: CountingStore
    var sequence: Int { writer.sequence }
    func configuration() throws -> Configuration {
      store.count.withLock { $0 += 1 }
      return try writer.configuration()
    }
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

  @Test func operations() throws {
    // Some of them read the configuration for their own work.
    let own = ["watermarks": 1, "configuration": 1, "pause": 1, "resume": 1, "columns": 1]
    for operation in EngineOperation.all {
      let (free, asked) = (try SharedCompany(), try SharedCompany())
      let store = CountingStore(free.company.store)
      let plain = try store.counting {
        try operation.run(CallbackEngine(store: store), free.support, free.context())
      }
      #expect(plain == own[operation.description, default: 0], "\(operation)")

      let other = CountingStore(asked.company.store)
      let engine = CallbackEngine(store: other).acting(as: "root")
      let counted = try other.counting { try operation.run(engine, asked.support, asked.context()) }
      #expect(counted == plain + 1, "\(operation): the account is looked up once")
    }
  }
}
