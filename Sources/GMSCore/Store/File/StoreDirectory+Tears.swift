extension StoreDirectory {
  /// Copies what stands behind a state's end to a file of its own; answers its path, nil when that failed.
  func setAside(_ tear: LogTear, of view: LogView) -> String? {
    let file = freeSetAside(sequence: view.end.next)
    do throws(SystemError) {
      try replace(file) { opened throws(SystemError) in
        var copied: UInt64 = 0
        while copied < tear.length {
          let count = Int(min(tear.length - copied, 1 << 20))
          let bytes = try fileSystem.readAll(view.log.file, at: tear.offset + copied, count: count)
          guard !bytes.isEmpty else { return }
          try fileSystem.writeAll(opened, at: copied, bytes)
          copied += UInt64(bytes.count)
        }
      }
      return file
    } catch {
      return nil
    }
  }

  /// Sees to it that the last transaction of a state is on the disk, which its writer may have failed to do.
  ///
  /// It is written once more: after a sync that failed, the system takes its bytes for written and would not write
  /// them again.
  func makeDurable(_ view: LogView, _ log: OpenFile) throws(SystemError) {
    var offset = view.end.lastStart
    while offset < view.end.offset {
      let count = Int(min(view.end.offset - offset, 1 << 20))
      let bytes = try fileSystem.readAll(log, at: offset, count: count)
      guard !bytes.isEmpty else { break }
      try fileSystem.writeAll(log, at: offset, bytes)
      offset += UInt64(bytes.count)
    }
    try fileSystem.syncData(log)
    try fileSystem.syncDirectory(path)
  }

  /// A path at which nothing is set aside yet.
  func freeSetAside(sequence: UInt64) -> String {
    var number = 1
    while true {
      let file = "\(path)/\(StoreDirectory.setAsidePrefix)\(sequence)-\(number)"
      if (try? fileSystem.status(at: file)) == nil || number == 1000 { return file }
      number += 1
    }
  }
}

extension StoreNotice {
  /// Something behind the last transaction was cut off.
  static func cut(_ tear: LogTear, of view: LogView, setAside: String?) -> StoreNotice {
    guard tear.endsWithCommit else {
      return StoreNotice(
        "transaction \(view.end.next) was not whole and is cut off (\(tear.length) bytes): its writer died"
      )
    }
    return StoreNotice(
      "transaction \(view.end.next), the last one, did not fit its checksums and is cut off"
        + (setAside.map { "; its lines are in '\($0)'" } ?? "")
    )
  }
}
