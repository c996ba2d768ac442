/// How many lines of one kind an import or export had.
public struct TransferCount: Hashable, Sendable {
  /// The kind, as lines name it: `service`, `callback`.
  public let kind: String
  /// How many the store did not have.
  public internal(set) var added = 0
  /// How many took the place of another.
  public internal(set) var replaced = 0
  /// How many said what was there already; only where replacing was asked for.
  public internal(set) var unchanged = 0

  /// How many lines there were.
  public var total: Int { added + replaced + unchanged }

  init(_ kind: String) { self.kind = kind }
}
