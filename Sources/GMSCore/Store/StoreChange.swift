#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a store is told of a transaction: when it happens, by which command, and whether it is only tried.
public struct StoreChange: Hashable, Sendable {
  /// The instant that the change is recorded under; given, never the machine's clock.
  public var time: Date
  /// The command that makes the change, as a person would name it, such as `callback start`.
  public var command: String
  /// Whether the transaction is decided and then dropped.
  public var isDryRun: Bool

  /// A change from its parts.
  public init(time: Date, command: String, isDryRun: Bool = false) {
    self.time = time
    self.command = command
    self.isDryRun = isDryRun
  }
}
