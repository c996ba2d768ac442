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

  init() {}

  /// The value of a type, worked out by `make` when it is first asked for.
  ///
  /// Two threads may work out the same one; the first to finish is kept, so that all see one value. What `make`
  /// throws is not kept.
  func value<Value: Sendable, Failure: Error>(
    of type: Value.Type = Value.self,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = known(ObjectIdentifier(type)) as? Value { return known }
    let made = try make()
    return keep(made, ObjectIdentifier(type)) as? Value ?? made
  }

  /// The value of a type; nil when there is none yet.
  func known(_ type: ObjectIdentifier) -> (any Sendable)? {
    entries.withLock { entries in
      for entry in entries where entry.type == type { return entry.value }
      return nil
    }
  }

  /// Keeps a value, unless there is one of its type already; answers the one that is kept.
  func keep(_ value: any Sendable, _ type: ObjectIdentifier) -> any Sendable {
    entries.withLock { entries in
      for entry in entries where entry.type == type { return entry.value }
      entries.append(Entry(type: type, value: value))
      return value
    }
  }
}
