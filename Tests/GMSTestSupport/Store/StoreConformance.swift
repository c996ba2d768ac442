public import GMSCore

/// What every store must do, as checks that throw what they find.
///
/// Run each check on a fresh, empty store of yours: `try check.run { MyStore() }`. A check asks for one store,
/// or for several.
public struct StoreConformance: CustomStringConvertible, Sendable {
  /// Makes an empty store.
  public typealias Factory = () throws -> any Store

  /// What the check is about.
  public let description: String
  private let body: @Sendable (Factory) throws -> Void

  init(_ description: String, _ body: @escaping @Sendable (Factory) throws -> Void) {
    self.description = description
    self.body = body
  }

  /// Runs the check.
  ///
  /// - Throws: `Failure` for what the store does wrong; what the store throws where it should not.
  public func run(_ make: Factory) throws { try body(make) }

  /// All checks.
  public static let all: [StoreConformance] = transactions + queries + [configurations, randomCommands]

  /// What a store did wrong.
  public struct Failure: Error, CustomStringConvertible {
    /// The fault in words.
    public let description: String
  }

  /// Throws unless both are equal.
  static func expect<Value: Equatable>(
    _ found: Value,
    _ expected: Value,
    _ what: @autoclosure () -> String
  ) throws {
    if found != expected { throw Failure(description: "\(what()): found \(found), expected \(expected)") }
  }

  /// An error of the checks' own, which a transaction must let through.
  struct Deliberate: Error {}
}
