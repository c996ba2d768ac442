/// What a check of a store has found.
public struct StoreCheck: Hashable, Sendable {
  /// The findings; what comes first in the files comes first here.
  public let findings: [StoreFinding]
  /// How many records were read.
  public let records: Int
  /// How many transactions were read.
  public let transactions: Int

  /// Whether anything that was acknowledged cannot be read.
  public var hasDamage: Bool { findings.contains { $0.severity == .damage } }

  /// A check from its parts.
  package init(findings: [StoreFinding], records: Int, transactions: Int) {
    self.findings = findings
    self.records = records
    self.transactions = transactions
  }
}
