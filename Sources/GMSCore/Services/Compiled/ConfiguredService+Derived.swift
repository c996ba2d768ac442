extension ConfiguredService {
  /// What follows from the service alone, such as the policy that its options write: worked out once, then kept as
  /// long as any copy of the service is.
  ///
  /// A service never changes, so what was worked out is never stale. What is derived of more than the service, such
  /// as a calendar that imports others, belongs into ``CompiledServices``.
  ///
  ///     let policy = try service.derived { try CallbackPolicy(reading: $0) }
  ///
  /// - Parameters:
  ///   - type: the type of the value; a service has one of each.
  ///   - make: works the value out; it must ask nothing but the service.
  /// - Returns: the value.
  /// - Throws: what `make` throws, each time anew.
  /// - Complexity: after the first time O(1), some tens of nanoseconds.
  @inlinable
  package func derived<Value: Sendable, Failure: Error>(
    _ type: Value.Type = Value.self,
    _ make: (ConfiguredService) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // What is generic is compiled where it is used: looking types up would cost more than the answer.
    if let known = knownValue(ObjectIdentifier(type)) as? Value { return known }
    let made = try make(self)
    return keepValue(made, ObjectIdentifier(type)) as? Value ?? made
  }

  @usableFromInline
  func knownValue(_ type: ObjectIdentifier) -> (any Sendable)? { parts.derived.known(type) }

  @usableFromInline
  func keepValue(_ value: any Sendable, _ type: ObjectIdentifier) -> any Sendable {
    parts.derived.keep(value, type)
  }
}
