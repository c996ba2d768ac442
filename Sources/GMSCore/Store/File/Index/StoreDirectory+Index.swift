extension StoreDirectory {
  /// Makes the index files know more of the log when it is time; the caller holds the lock.
  ///
  /// - Returns: the same state with the new index; nil when nothing was done, or it failed, which harms nothing.
  func indexed(_ view: LogView) -> LogView? {
    guard view.end.offset - view.index.fileEnd > tuning.longestUnindexed else { return nil }
    // Other processes may have done it meanwhile.
    let index = IndexStack(opening: self, view.log, upTo: view.end.offset)
    guard view.end.offset - index.end.offset > tuning.longestUnindexed else { return nil }
    let isLastLarge = view.end.offset - view.end.lastStart > tuning.largestLeftToLog
    do {
      let end = isLastLarge ? view.end : try view.endBeforeLast()
      guard end.offset > index.end.offset else { return nil }
      try extend(index, to: end)
      return try LogView(
        self,
        view.log,
        view.end,
        view.tear,
        IndexStack(opening: self, view.log, upTo: view.end.offset)
      )
    } catch is IndexDamage {
      // The next commit makes it anew.
      removeIndex(from: 0)
      return nil
    } catch {
      return nil
    }
  }

  /// Makes the index files know a transaction at once that is too large to be kept as a table.
  ///
  /// The caller holds the lock. That it fails harms nothing.
  func indexIfLarge(_ log: LogFile, from start: LogEnd, to end: LogEnd) {
    guard end.offset - start.offset > tuning.longestTail, end.offset - end.lastStart > tuning.largestLeftToLog
    else { return }
    try? extend(IndexStack(opening: self, log, upTo: start.offset), to: end)
  }

  /// Writes the run that makes an index go on to a place.
  func extend(_ index: IndexStack, to end: LogEnd) throws {
    let (number, builder) = try IndexMaker.run(index.log, on: index, to: end)
    removeIndex(from: number + 1)
    try replace(self.index(number), durably: false) { file throws(SystemError) in
      var offset: UInt64 = 0
      try builder.write { bytes throws(SystemError) in
        try fileSystem.writeAll(file, at: offset, bytes)
        offset += UInt64(bytes.count)
      }
    }
  }
}

extension LogView {
  /// The place before the last transaction.
  ///
  /// - Complexity: O(n) in the bytes between the index and there.
  fileprivate func endBeforeLast() throws(CoreError) -> LogEnd {
    guard end.lastStart > index.end.offset else { return index.end }
    return try LogVerifier.verify(log, from: index.end, size: end.lastStart).end
  }
}

extension FilePages {
  /// The bytes of a file; it stays open as long as they are used.
  init(opening path: String, _ fileSystem: any FileSystem) throws(SystemError) {
    self.init(HeldFile(try fileSystem.openFile(path, for: .reading), fileSystem))
  }
}
