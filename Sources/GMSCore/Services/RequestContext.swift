#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a request is given and never takes: the instant that is now, randomness, the node, who asks.
///
/// The same requests on the same store with the same context give the same bytes.
public struct RequestContext: Sendable {
  /// The instant that is taken as now.
  public var now: Date
  /// Where randomness and ids come from.
  public var randomness: Randomness
  /// The number of this GMS node, which begins each id that it gives.
  public var node: Int
  /// The command that is recorded with a change.
  public var command: String
  /// Whether changes are decided and then dropped.
  public var isDryRun: Bool

  /// A context from its parts.
  public init(
    now: Date,
    randomness: Randomness = .system,
    node: Int = 1,
    command: String = "library",
    isDryRun: Bool = false
  ) {
    self.now = now
    self.randomness = randomness
    self.node = node
    self.command = command
    self.isDryRun = isDryRun
  }

  /// What a store is told of the change.
  public var change: StoreChange { StoreChange(time: now, command: command, isDryRun: isDryRun) }
}
