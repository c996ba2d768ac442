/// What a repair of a store did, or in a dry run would do.
public struct StoreRepair: Hashable, Sendable {
  /// A line that the repaired store does not have.
  public struct Dropped: Hashable, Sendable {
    /// The line in the damaged file, from 1.
    public let line: Int
    /// Why it was dropped, as a clause.
    public let reason: String
    /// The record that it was about; nil where that cannot be read, or it was about none.
    public let id: String?

    /// A dropped line from its parts.
    package init(line: Int, reason: String, id: String? = nil) {
      self.line = line
      self.reason = reason
      self.id = id
    }
  }

  /// The lines that were dropped, in their order.
  public let dropped: [Dropped]
  /// The file that now holds what was dropped; nil when nothing was, and in a dry run.
  public let setAside: String?
  /// How many records the store has after it.
  public let records: Int
  /// Whether the store needed it.
  public let isChanged: Bool

  /// A repair from its parts.
  package init(dropped: [Dropped], setAside: String?, records: Int, isChanged: Bool) {
    self.dropped = dropped
    self.setAside = setAside
    self.records = records
    self.isChanged = isChanged
  }
}
