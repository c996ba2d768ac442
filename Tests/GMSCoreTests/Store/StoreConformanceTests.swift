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

  /// As `fileStore`, but everything that large stores do happens in small ones.
  @Test(arguments: StoreConformance.all, StoreTuning.small)
  func fileStoreThatDoesAllItCan(_ check: StoreConformance, _ tuning: StoreTuning) throws {
    let directory = try TemporaryDirectory()
    var count = 0
    try check.run {
      count += 1
      return try FileStore.create(
        at: directory.path("store-\(count)"),
        fileSystem: LocalFileSystem(),
        tuning: tuning
      )
    }
  }

  /// As `fileStore`, but each call is made by another instance, as by another process.
  @Test(arguments: StoreConformance.all)
  func fileStoreOfManyInstances(_ check: StoreConformance) throws {
    let directory = try TemporaryDirectory()
    var count = 0
    try check.run {
      count += 1
      return try ReopeningStore(path: directory.path("store-\(count)"), tuning: StoreTuning())
    }
  }

  @Test(arguments: StoreConformance.all, StoreTuning.small)
  func fileStoreOfManyInstancesThatDoesAllItCan(_ check: StoreConformance, _ tuning: StoreTuning) throws {
    let directory = try TemporaryDirectory()
    var count = 0
    try check.run {
      count += 1
      return try ReopeningStore(path: directory.path("store-\(count)"), tuning: tuning)
    }
  }
}

/// Opens the store anew for every call.
struct ReopeningStore: Store {
  let path: String
  let tuning: StoreTuning

  init(path: String, tuning: StoreTuning) throws {
    self.path = path
    self.tuning = tuning
    try FileStore.create(at: path)
  }

  private func open() throws -> FileStore {
    try FileStore(opening: path, fileSystem: LocalFileSystem(), tuning: tuning)
  }

  func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result { try open().read(body) }

  func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result {
    try open().write(change, body)
  }
}

extension StoreTuning {
  /// Sizes that small stores reach.
  static let small: [StoreTuning] = [
    (300, 0, 1000, 4000, 500), (1, 1, 1, 1, 1), (2000, 100_000, 400, 1 << 40, 200),
  ]
  .map { unindexed, left, tail, compacted, held in
    var tuning = StoreTuning()
    tuning.longestUnindexed = UInt64(unindexed)
    tuning.largestLeftToLog = UInt64(left)
    tuning.longestTail = UInt64(tail)
    tuning.shortestCompacted = UInt64(compacted)
    tuning.longestHeld = held
    return tuning
  }
}
