/// A regular expression of a pattern group, with its name.
public struct NamedPattern: Hashable, Sendable {
  /// The name by which answers tell it.
  public let name: String
  /// The expression.
  public let expression: JavaExpression

  /// A pattern from its parts.
  public init(_ name: String, _ expression: JavaExpression) {
    self.name = name
    self.expression = expression
  }
}
