/// What an import did, or in a dry run would do.
public struct ImportReport: Hashable, Sendable {
  /// The kinds that the input had, configuration first, each once.
  public let counts: [TransferCount]
  /// The configuration before.
  public let before: Configuration
  /// The configuration after.
  public let after: Configuration
}
