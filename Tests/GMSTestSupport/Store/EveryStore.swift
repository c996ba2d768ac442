public import Foundation
public import GMSCore

/// The kinds of store that ship, for tests that must hold on each.
public enum EveryStore: String, CaseIterable, Sendable {
  case memory
  case file

  /// Runs `body` on an empty store of this kind; a directory goes when it ends.
  public func run(
    _ configuration: Configuration = Configuration(),
    _ body: (any Store) throws -> Void
  ) throws {
    switch self {
    case .memory: try body(MemoryStore(configuration: configuration))
    case .file:
      let directory = try TemporaryDirectory()
      try body(FileStore.create(at: directory.path("store"), configuration: configuration))
      withExtendedLifetime(directory) {}
    }
  }
}

extension Store {
  /// Takes away what is over, and answers how many records went.
  public func sweep(at now: Date) throws -> Int {
    try write(StoreChange(time: now, command: "sweep")) { try ExpiredRecords.sweep($0, at: now) }
  }

  /// When something will be over.
  public func nextExpiry() throws -> Date? { try read { try ExpiredRecords.nextDue($0) } }
}
