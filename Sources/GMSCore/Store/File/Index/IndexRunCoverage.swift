/// Which stretch of which log a run stands for.
///
/// A run may be used for a log of the same generation in which a commit line with this checksum ends at `to`.
package struct IndexRunCoverage: Hashable, Sendable {
  /// The generation of the log.
  package var generation: UInt64
  /// The offset in the log at which the stretch begins.
  package var from: UInt64
  /// The offset at which it ends, after a commit.
  package var to: UInt64
  /// The number of the last transaction in it.
  package var sequence: UInt64
  /// The checksum of the commit line that ends at `to`.
  package var commitCRC: UInt32
  /// The offset at which the last transaction begins.
  package var lastTransactionStart: UInt64
  /// How many bytes of the stretch are still needed.
  package var liveBytes: UInt64
  /// How many lines the stretch has.
  package var lines: UInt64

  /// A coverage from its parts.
  package init(
    generation: UInt64,
    from: UInt64,
    to: UInt64,
    sequence: UInt64,
    commitCRC: UInt32,
    lastTransactionStart: UInt64,
    liveBytes: UInt64,
    lines: UInt64
  ) {
    self.generation = generation
    self.from = from
    self.to = to
    self.sequence = sequence
    self.commitCRC = commitCRC
    self.lastTransactionStart = lastTransactionStart
    self.liveBytes = liveBytes
    self.lines = lines
  }
}
