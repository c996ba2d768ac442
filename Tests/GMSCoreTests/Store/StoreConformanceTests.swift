import GMSCore
import GMSTestSupport
import Testing

@Suite struct StoreConformanceTests {
  @Test(arguments: StoreConformance.all)
  func memoryStore(_ check: StoreConformance) throws {
    try check.run { MemoryStore() }
  }

  @Test(arguments: StoreConformance.all)
  func fileStore(_ check: StoreConformance) throws {
    let directory = try TemporaryDirectory()
    var count = 0
    try check.run {
      count += 1
      return try FileStore.create(at: directory.path("store-\(count)"))
    }
  }

  /// As `fileStore`, but each call is made by another instance, as by another process.
  @Test(arguments: StoreConformance.all)
  func fileStoreOfManyInstances(_ check: StoreConformance) throws {
    let directory = try TemporaryDirectory()
    var count = 0
    try check.run {
      count += 1
      return try ReopeningStore(path: directory.path("store-\(count)"))
    }
  }
}

/// Opens the store anew for every call.
struct ReopeningStore: Store {
  let path: String

  init(path: String) throws {
    self.path = path
    try FileStore.create(at: path)
  }

  func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
    try FileStore(opening: path).read(body)
  }

  func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result {
    try FileStore(opening: path).write(change, body)
  }
}
