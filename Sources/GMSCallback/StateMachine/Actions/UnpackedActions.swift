/// A list of actions that does not fit into the small form of ``CallbackActions``; it never changes.
final class UnpackedActions: Sendable {
  /// The actions, in order.
  let list: [CallbackAction]

  /// A list.
  init(_ list: [CallbackAction]) { self.list = list }
}

extension UnpackedActions: Hashable {
  /// Whether both hold equal lists.
  static func == (lhs: UnpackedActions, rhs: UnpackedActions) -> Bool { lhs.list == rhs.list }

  /// Hashes the list.
  func hash(into hasher: inout Hasher) { hasher.combine(list) }
}
