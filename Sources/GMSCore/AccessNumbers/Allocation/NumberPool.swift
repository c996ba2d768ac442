/// The order in which a group's numbers have their turn, for those who share one.
struct NumberPool: Hashable, Sendable {
  /// By what numbers are ordered.
  enum Order: String, CaseIterable, Sendable {
    /// When they were last given out.
    case given
    /// When they were last given out, called or released.
    case used
    /// When the last booking that had the whole number is over.
    case free
  }

  /// The group's name.
  let group: String
  /// The node, where each has an order of its own.
  let node: Int?
  let order: Order
}

extension AccessGroup {
  /// The order in which numbers are asked for a booking; nil where each is as likely as another.
  func pool(node: Int, hasCode: Bool) -> NumberPool? {
    guard let order = strategy.order, !(strategy.isExclusive && hasCode) else { return nil }
    return NumberPool(group: name, node: strategy.scope(node: node), order: order)
  }
}

extension AccessBooking {
  /// The order in which its end changes the number's place; nil when it changes none.
  var poolMovedByItsEnd: NumberPool? {
    switch strategy {
    case .random, .roundRobin: nil
    case .leastRecentlyUsed: NumberPool(group: group, node: nil, order: .used)
    case .local, .cluster:
      code == nil ? NumberPool(group: group, node: strategy.scope(node: node), order: .free) : nil
    }
  }
}

extension AccessStrategy {
  var order: NumberPool.Order? {
    switch self {
    case .random: nil
    case .roundRobin: .given
    case .leastRecentlyUsed: .used
    case .local, .cluster: .free
    }
  }
}
