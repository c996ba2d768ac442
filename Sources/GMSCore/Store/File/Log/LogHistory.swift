/// Reads the transactions of a log that is verified, first to last.
struct LogHistory {
  let log: LogFile

  /// Runs `visit` on each commit up to a place: how the log ends with it, and when it happened by which command.
  ///
  /// Only the commits are read; other lines are stepped over. `visit` answers whether to go on.
  func forEachCommit(
    to end: UInt64,
    _ visit: (LogEnd, LogStamp) throws(CoreError) -> Bool
  ) throws(CoreError) {
    var start = log.start.offset
    try LogWalker(log: log).walk(from: start, to: end) { piece throws(CoreError) in
      guard case .line(let bytes, let place) = piece, LogLineReader.glance(bytes)?.isCommit == true else {
        return true
      }
      guard let checksum = LogLineReader.intactChecksum(bytes) else {
        throw log.damage(at: place.offset, .wrongChecksum)
      }
      guard let line = LogLineReader.read(bytes), case .commit(let commit) = line.content else {
        throw log.damage(at: place.offset, .notALine)
      }
      let end = LogEnd(
        offset: place.end,
        next: line.sequence + 1,
        chain: commit.chain,
        commitChecksum: checksum,
        lastStart: start
      )
      start = place.end
      return try visit(end, LogStamp(time: commit.time.text, command: commit.command.text))
    }
  }

  /// When the last transaction before a place happened, and by which command.
  func lastStamp(of end: LogEnd) throws(CoreError) -> LogStamp? {
    var found: LogStamp?
    try LogWalker(log: log).walk(from: end.lastStart, to: end.offset) { piece throws(CoreError) in
      if case .line(let bytes, _) = piece, case .commit(let commit)? = LogLineReader.read(bytes)?.content {
        found = LogStamp(time: commit.time.text, command: commit.command.text)
      }
      return true
    }
    return found
  }
}
