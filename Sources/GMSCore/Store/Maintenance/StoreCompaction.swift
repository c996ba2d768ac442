/// What a compaction of a store did.
public struct StoreCompaction: Hashable, Sendable {
  /// The length of the log before, in bytes.
  public let bytesBefore: Int
  /// The length of the log after, in bytes.
  public let bytesAfter: Int
  /// Whether the log was written anew; a log without anything dead is left as it is.
  public let isDone: Bool

  /// A compaction from its parts.
  package init(bytesBefore: Int, bytesAfter: Int, isDone: Bool) {
    self.bytesBefore = bytesBefore
    self.bytesAfter = bytesAfter
    self.isDone = isDone
  }
}
