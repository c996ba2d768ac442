import GMSCore
import GMSTestSupport

/// One thing that is done to a store, and that is acknowledged when it returns; and the same on a store in memory.
struct StoreStep: Sendable {
  let onDisk: @Sendable (inout StoreSession) throws -> Void
  let inMemory: @Sendable (inout MemoryStore?) throws -> Void

  /// Makes the store.
  static func create(_ configuration: Configuration) -> StoreStep {
    StoreStep {
      try $0.create(configuration)
    } inMemory: {
      $0 = MemoryStore(configuration: configuration)
    }
  }

  /// One transaction, on the instance that is open.
  static func write(_ body: @escaping @Sendable (any StoreWriter) throws -> Void) -> StoreStep {
    StoreStep {
      try $0.open().write(.test, body)
    } inMemory: {
      try $0?.write(.test, body)
    }
  }

  /// The same, on an instance of its own.
  static func writeAnew(_ body: @escaping @Sendable (any StoreWriter) throws -> Void) -> StoreStep {
    StoreStep {
      $0.close()
      try $0.open().write(.test, body)
    } inMemory: {
      try $0?.write(.test, body)
    }
  }

  /// The same, on an instance that treats the store as a large one: it writes out, indexes and compacts.
  static func writeAsLarge(_ body: @escaping @Sendable (any StoreWriter) throws -> Void) -> StoreStep {
    StoreStep {
      $0.close()
      var tuning = StoreTuning()
      (tuning.longestUnindexed, tuning.largestLeftToLog, tuning.longestTail) = (1, 1, 1)
      (tuning.shortestCompacted, tuning.longestHeld) = (1, 1)
      let store = try FileStore(
        opening: StoreSession.path,
        lockTimeout: .zero,
        fileSystem: $0.process,
        tuning: tuning
      )
      try store.write(.test, body)
    } inMemory: {
      try $0?.write(.test, body)
    }
  }

  /// Something that leaves what the store holds as it is.
  static func keeping(_ body: @escaping @Sendable (inout StoreSession) throws -> Void) -> StoreStep {
    StoreStep(onDisk: body) { _ in }
  }

  /// A transaction that puts records.
  static func put(_ records: StoredRecord...) -> StoreStep {
    write { store in for record in records { try store.put(record) } }
  }
}
