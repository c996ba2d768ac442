import Synchronization

/// A store in memory, for tests and for embedding.
///
/// Writers change the state in place, one after another; a reader takes a copy, which shares everything that no
/// writer changes meanwhile. With no reader at work nothing is copied.
public final class MemoryStore: Store {
  private let state: Mutex<StoreState>
  private let writer = WriterThread()

  /// A store without records.
  public init(configuration: Configuration = Configuration()) {
    var state = StoreState()
    state.set(configuration)
    self.state = Mutex(state)
  }

  /// Runs `body` on one state of the store, which writers leave as it is.
  ///
  /// - Throws: what `body` throws.
  public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
    writer.checkNotInside()
    return try body(StoreSnapshot(state.withLock { $0 }))
  }

  /// Runs `body` as one transaction; readers and writers of other threads wait.
  ///
  /// Calling the store itself inside `body` is a programmer's mistake, and traps.
  ///
  /// - Throws: what `body` throws.
  public func write<Result>(
    _ change: StoreChange,
    _ body: (any StoreWriter) throws -> Result
  ) throws -> Result {
    writer.checkNotInside()
    var result: Result?
    try state.withLock { state in
      // The state moves into the transaction and back, so that it has one owner and changes in place.
      let transaction = StoreTransaction(state)
      state = StoreState()
      defer {
        transaction.close()
        state = transaction.takeState()
      }
      try writer.run {
        do {
          result = try body(transaction)
        } catch {
          transaction.rollBack()
          throw error
        }
      }
      if change.isDryRun {
        transaction.rollBack()
      } else if transaction.hasChanges {
        transaction.advanceSequence()
      }
    }
    guard let result else { preconditionFailure("A transaction ended without a result.") }
    return result
  }
}
