import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Synchronization
import Testing

/// How many records a query makes the store hand over: those that it answers, and few more.
struct PageCostTests {
  /// A store that counts the records which it hands over.
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
      try store.write(change, body)
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
    func configuration() throws -> Configuration { try reader.configuration() }
    func service(_ name: String) throws -> Options? { try reader.service(name) }
    func section(_ name: String) throws -> Options? { try reader.section(name) }
    func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? { try reader.record(kind, id) }
    func records(_ query: RecordQuery) throws -> [StoredRecord] {
      let records = try reader.records(query)
      store.count.withLock { $0 += records.count }
      return records
    }
    func count(_ query: RecordQuery) throws -> Int { try reader.count(query) }
    func times(_ query: RecordQuery) throws -> [Int64] { try reader.times(query) }
  }

  @Test func aPageReadsAPage() throws {
    let crowd = try Crowd(seed: 21, count: 3_000)
    let store = CountingStore(crowd.store)
    let engine = CallbackEngine(store: store)
    // Twelve instants, so that about 250 callbacks share each.
    let alike = 400
    var cursor: CallbackCursor?
    repeat {
      let filter = CallbackFilter()
      var next: CallbackCursor?
      let count = try store.counting {
        next = try engine.forEachAnswer(filter, after: cursor, size: 100) { _, _ in }
      }
      #expect(count <= 101 + alike)
      cursor = next
    } while cursor != nil
    let first = try store.counting { _ = try engine.page(size: 250) }
    #expect(first == 251)
  }

  /// A condition that holds for many does not make a page read all.
  @Test func aPageWithAConditionStopsWhenItIsFull() throws {
    let crowd = try Crowd(seed: 21, count: 3_000)
    let store = CountingStore(crowd.store)
    let filter = CallbackFilter(conditions: [PropertyCondition(key: "lob", value: "!sales")])
    let count = try store.counting { _ = try CallbackEngine(store: store).page(filter, size: 20) }
    #expect(count < 500)
  }

  /// The bound of each service keeps a query from reading what it does not answer.
  @Test func theBoundOfEachServiceBoundsTheReading() throws {
    let crowd = try Crowd(seed: 21, count: 3_000)
    try crowd.store.write(Crowd.change) { writer in
      for callback in crowd.callbacks where callback.service == Crowd.gone {
        try writer.remove(.callback, callback.id.text)
      }
    }
    let store = CountingStore(crowd.store)
    let count = try store.counting {
      try CallbackEngine(store: store).forEachAnswer(CallbackFilter(maxPerService: 50)) { _, _ in }
    }
    #expect(count == 150)
  }
}
