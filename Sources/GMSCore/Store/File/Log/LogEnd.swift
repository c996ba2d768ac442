/// A place in the log between two transactions, with what the next one has to continue.
package struct LogEnd: Hashable, Sendable {
  /// The offset: everything before it counts.
  package var offset: UInt64
  /// The number that the next transaction has.
  package var next: UInt64
  /// The chain of the last commit; before the first, the checksum of the header.
  package var chain: UInt32
  /// The checksum of the line that ends here, by which the place is known again.
  package var commitChecksum: UInt32
  /// Where the last transaction begins.
  package var lastStart: UInt64

  /// The number of the last transaction; one less than the first one's where there is none.
  var sequence: Int { Int(next) - 1 }
}

/// What stands after the last transaction that counts: bytes that a writer left that died, or damage.
package struct LogTear: Hashable, Sendable {
  /// Where it begins.
  package var offset: UInt64
  /// How many bytes it has.
  package var length: UInt64
  /// Whether it ends with a commit: then it was a whole transaction once.
  package var endsWithCommit: Bool
}
