/// The names in a directory: those that a reader gets, those that are on the disk, and the changes between them.
struct DiskDirectory: Sendable {
  /// A change of the names, which is made whole or not at all.
  enum Change: Sendable {
    case add(String, Int)
    case remove(String)
    case rename(String, to: String, Int)
  }

  /// What a reader gets: to which node a name leads.
  private(set) var entries: [String: Int] = [:]
  /// What is on the disk.
  private(set) var synced: [String: Int] = [:]
  /// What was done since, in order.
  private(set) var changes: [Change] = []

  init() {}

  /// A directory that is all on the disk.
  init(synced entries: [String: Int]) {
    self.entries = entries
    synced = entries
  }

  mutating func change(_ change: Change) {
    DiskDirectory.apply(change, to: &entries)
    changes.append(change)
  }

  mutating func sync() {
    synced = entries
    changes = []
  }

  /// The names that are on the disk when only those changes came there that `isKept` chooses.
  func surviving(_ isKept: (_ number: Int) -> Bool) -> [String: Int] {
    var entries = synced
    for (number, change) in changes.enumerated() where isKept(number) {
      DiskDirectory.apply(change, to: &entries)
    }
    return entries
  }

  private static func apply(_ change: Change, to entries: inout [String: Int]) {
    switch change {
    case .add(let name, let node): entries[name] = node
    case .remove(let name): entries[name] = nil
    case .rename(let name, let newName, let node):
      // The old name may be another file's, where the change that gave it to this one is undone.
      if entries[name] == node { entries[name] = nil }
      entries[newName] = node
    }
  }
}
