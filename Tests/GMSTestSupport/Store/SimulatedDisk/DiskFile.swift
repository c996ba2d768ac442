/// The bytes of a file: those that a reader gets, those that are on the disk, and the changes between them.
struct DiskFile: Sendable {
  /// What a reader gets.
  private(set) var bytes: [UInt8] = []
  /// What is on the disk.
  private(set) var synced: [UInt8] = []
  /// What was done since, in order.
  private(set) var changes: [FileChange] = []

  init() {}

  /// A file that is all on the disk.
  init(synced bytes: [UInt8]) {
    self.bytes = bytes
    synced = bytes
  }

  mutating func change(_ action: FileChange.Action) {
    let change = FileChange(action)
    change.apply(to: &bytes)
    changes.append(change)
  }

  /// Brings the changes to the disk, but for those that a failed sync has lost.
  mutating func sync() {
    for index in changes.indices where !changes[index].isLost { changes[index].isSynced = true }
    let count = changes.firstIndex { !$0.isSynced } ?? changes.count
    if count == changes.count {
      synced = bytes
    } else {
      for change in changes[..<count] { change.apply(to: &synced) }
    }
    changes.removeFirst(count)
  }

  /// A sync fails: the system takes the changes for written, and never writes them.
  mutating func loseChanges() {
    for index in changes.indices where !changes[index].isSynced { changes[index].isLost = true }
  }

  /// What is on the disk when each change that was not synced has come to the outcome that `outcome` names.
  func surviving(_ outcome: (_ number: Int, FileChange) -> FileChange.Outcome) -> [UInt8] {
    var content = synced
    var number = 0
    for change in changes {
      if change.isSynced {
        change.apply(to: &content)
      } else {
        change.apply(to: &content, outcome(number, change))
        number += 1
      }
    }
    return content
  }

  /// The changes that are not synced.
  var unsynced: [FileChange] { changes.filter { !$0.isSynced } }
}
