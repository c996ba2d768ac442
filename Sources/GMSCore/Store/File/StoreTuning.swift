/// From which sizes on a store on disk does what; tests make them small.
package struct StoreTuning: Hashable, Sendable {
  /// So much of the log may stand behind the index files before they are made to know it.
  package var longestUnindexed: UInt64 = 64 << 10
  /// The last transaction is left to the log, which can tell a tear from damage, unless it is larger than this.
  package var largestLeftToLog: UInt64 = 256 << 10
  /// No longer stretch of the log is kept as a table; it gets an index in memory.
  package var longestTail: UInt64 = 1 << 20
  /// A shorter log is never compacted by itself.
  package var shortestCompacted: UInt64 = 1 << 20
  /// So many bytes of a transaction are kept in memory before they are written out.
  package var longestHeld = 8 << 20

  /// What stores have.
  package init() {}
}
