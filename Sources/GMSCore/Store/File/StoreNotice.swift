/// Something that a store put right by itself, and that a person should hear of.
public struct StoreNotice: Hashable, Sendable, CustomStringConvertible {
  /// What it was.
  public let description: String

  init(_ description: String) { self.description = description }
}
