/// A condition on one property of a callback: that it has a value, or, with a leading `!`, that it does not.
///
/// GMS does not document how a query negates; the `!` is this library's. Numbers are compared without their
/// punctuation, everything else byte by byte.
public struct PropertyCondition: Hashable, Sendable {
  /// The property, such as `_customer_number` or one of the customer's own; a query also takes its alias.
  public let key: String
  /// The value to compare with.
  public let value: String
  /// Whether the property must not have the value.
  public let isNegated: Bool

  /// A condition from a query's parameter; a value that starts with `!` negates.
  public init(key: String, value: String) {
    self.key = key
    isNegated = value.hasPrefix("!")
    self.value = isNegated ? String(value.dropFirst()) : value
  }

  private init(key: String, value: String, isNegated: Bool) {
    (self.key, self.value, self.isNegated) = (key, value, isNegated)
  }

  /// The same condition on another property.
  func naming(_ key: String) -> PropertyCondition {
    PropertyCondition(key: key, value: value, isNegated: isNegated)
  }

  func holds(for callback: Callback) -> Bool {
    let found = callback.property(key)
    let isEqual =
      if key == "_customer_number", let found {
        CustomerNumber(found) == CustomerNumber(value)
      } else {
        Callback.isSame(found, value)
      }
    return isEqual != isNegated
  }
}
