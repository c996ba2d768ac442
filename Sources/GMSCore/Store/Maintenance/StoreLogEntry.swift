#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One transaction of a store's log.
public struct StoreLogEntry: Hashable, Sendable {
  /// One thing that a transaction changed.
  public struct Change: Hashable, Sendable {
    /// What was done.
    public enum What: String, CaseIterable, Sendable {
      /// A record is there, new or changed.
      case put
      /// A record is gone.
      case remove
      /// A member of the configuration has a value.
      case set
      /// A member of the configuration is gone.
      case unset
    }

    /// What was done.
    public let what: What
    /// To what: `callback 1-…`, `service Support`.
    public let name: String
    /// The state of a record that was put; nil for everything else.
    public let state: String?

    /// A change from its parts.
    package init(_ what: What, _ name: String, state: String? = nil) {
      self.what = what
      self.name = name
      self.state = state
    }
  }

  /// The number of the transaction.
  public let sequence: Int
  /// When it happened, as its writer said.
  public let time: Date
  /// The command that made it.
  public let command: String
  /// What it changed, in the order of its lines.
  public let changes: [Change]

  /// An entry from its parts.
  package init(sequence: Int, time: Date, command: String, changes: [Change]) {
    self.sequence = sequence
    self.time = time
    self.command = command
    self.changes = changes
  }
}
