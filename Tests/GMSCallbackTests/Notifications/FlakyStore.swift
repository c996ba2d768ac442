import GMSCore

/// A store that breaks when it is told to.
final class FlakyStore: Store {
  struct Broken: Error, Equatable, CustomStringConvertible {
    var description: String { "the store is broken" }
  }

  private let store: any Store
  private let state = TestSwitch()

  init(_ store: any Store) { self.store = store }

  /// Lets so many writes pass, and the next one fail.
  func failWrite(after count: Int) { state.countdown = count }

  func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result { try store.read(body) }

  func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result {
    try store.write(change) { writer in
      let result = try body(writer)
      if let left = state.countdown {
        state.countdown = left == 0 ? nil : left - 1
        if left == 0 { throw Broken() }
      }
      return result
    }
  }
}
