/// Finds where a log ends: checks every line and every transaction from a place that is known to be right.
struct LogVerifier {
  private let log: LogFile
  private var end: LogEnd
  private var chain: LogChain
  /// The first thing that is wrong.
  private var wrong: (offset: UInt64, fault: StoreFault)?
  private var lastIntactCommitEnd: UInt64?

  private init(_ log: LogFile, _ start: LogEnd) {
    self.log = log
    end = start
    chain = LogChain(after: start.chain)
  }

  /// The end of the transactions that count, and what stands after it.
  ///
  /// - Throws: `CoreError` with code `storeDamaged` and the line, when something is wrong and an intact line of a
  ///   later transaction follows; `storeUnreadable`.
  /// - Complexity: O(n) in the bytes from the start.
  static func verify(
    _ log: LogFile,
    from start: LogEnd,
    size: UInt64
  ) throws(CoreError) -> (end: LogEnd, tear: LogTear?) {
    var verifier = LogVerifier(log, start)
    try verifier.walk(to: size)
    let found = verifier.end
    guard found.next > log.start.next else {
      throw log.damage(at: verifier.wrong?.offset ?? found.offset, verifier.wrong?.fault ?? .noTransaction)
    }
    guard found.offset < size else { return (found, nil) }
    let tear = LogTear(
      offset: found.offset,
      length: size - found.offset,
      endsWithCommit: verifier.lastIntactCommitEnd == size
    )
    return (found, tear)
  }

  /// Checks everything from the header up to the end of a state that was read once.
  ///
  /// - Throws: `CoreError` with code `storeDamaged` and the line; `storeUnreadable`.
  static func verify(_ log: LogFile, to end: LogEnd) throws(CoreError) {
    var verifier = LogVerifier(log, log.start)
    try verifier.walk(to: end.offset)
    guard verifier.end.offset == end.offset else {
      throw log.damage(at: verifier.wrong?.offset ?? verifier.end.offset, verifier.wrong?.fault ?? .noCommit)
    }
  }

  private mutating func walk(to size: UInt64) throws(CoreError) {
    var verifier = self
    try LogWalker(log: log).walk(from: end.offset, to: size) { piece throws(CoreError) in
      switch piece {
      case .line(let line, let place): try verifier.take(line, place)
      case .tooLong(let offset): verifier.fail(offset, .lineTooLong)
      case .unfinished(let offset): verifier.fail(offset, .unfinishedLine)
      }
      return true
    }
    self = verifier
  }

  private mutating func fail(_ offset: UInt64, _ fault: StoreFault) {
    if wrong == nil { wrong = (offset, fault) }
  }

  private mutating func take(_ line: UnsafeRawBufferPointer, _ place: LogPlace) throws(CoreError) {
    guard let checksum = LogLineReader.intactChecksum(line) else {
      return fail(place.offset, .wrongChecksum)
    }
    guard let glance = LogLineReader.glance(line) else { return fail(place.offset, .notALine) }
    if glance.isCommit { lastIntactCommitEnd = place.end }
    if let wrong {
      // A writer begins a transaction only when the one before counts: that one was whole once.
      if glance.sequence > end.next { throw log.damage(at: wrong.offset, wrong.fault) }
      return
    }
    guard glance.sequence == end.next else {
      fail(place.offset, .wrongSequence(glance.sequence, expected: end.next))
      if glance.sequence > end.next { throw log.damage(at: place.offset, wrong?.fault ?? .notALine) }
      return
    }
    guard glance.isCommit else { return chain.add(checksum) }
    guard case .commit(let commit)? = LogLineReader.read(line)?.content else {
      return fail(place.offset, .notALine)
    }
    guard commit.lines == chain.lines, commit.chain == chain.next else {
      return fail(place.offset, .wrongChain)
    }
    chain.commit()
    end = LogEnd(
      offset: place.end,
      next: end.next + 1,
      chain: commit.chain,
      commitChecksum: checksum,
      lastStart: end.offset
    )
  }
}
