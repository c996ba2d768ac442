import Synchronization

/// What was worked out of a value that never changes, a value of each type at most.
///
/// There is nothing to invalidate: it lives and dies with what it was worked out of.
final class DerivedValues: Sendable {
  private struct Entry: Sendable {
    let type: ObjectIdentifier
    let value: any Sendable
  }

  /// A handful of types, so a walk is quicker than a dictionary.
  private let entries = Mutex<[Entry]>([])

  /// The value of a type, worked out by `make` when it is first asked for.
  ///
  /// Two threads may work out the same one; the first to finish is kept, so that all see one value. What `make`
  /// throws is not kept.
  func value<Value: Sendable, Failure: Error>(
    of type: Value.Type = Value.self,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = known(type) { return known }
    let made = try make()
    return entries.withLock { entries in
      let name = ObjectIdentifier(type)
      for entry in entries where entry.type == name {
        if let value = entry.value as? Value { return value }
      }
      entries.append(Entry(type: name, value: made))
      return made
    }
  }

  private func known<Value: Sendable>(_ type: Value.Type) -> Value? {
    let name = ObjectIdentifier(type)
    return entries.withLock { entries in
      for entry in entries where entry.type == name { return entry.value as? Value }
      return nil
    }
  }
}
