/// How a resource group chooses the number that it gives out.
///
/// GMS documents random, round robin, and locking on one node or in the whole cluster; the names of the options'
/// values, and least-recently-used, are our decision.
public enum AccessStrategy: String, CaseIterable, Sendable {
  /// Any number, each as likely as another; services share numbers.
  case random
  /// The number that was given out longest ago, at first in configured order; services share numbers.
  case roundRobin = "round-robin"
  /// The number that was last given out, called or released longest ago; services share numbers.
  case leastRecentlyUsed = "least-recently-used"
  /// A number, or number and code, that no other service of the same node has.
  ///
  /// Two nodes may book one number; a call with neither code nor phone number can then be for either.
  case local
  /// A number, or number and code, that no other service of any node has.
  case cluster

  /// Whether what is given out belongs to one service until it is over.
  ///
  /// Without a code the number is exclusive: nobody else has it, with or without a code. With a code the number
  /// together with the code is exclusive: other services may have the same number with other codes, and none has
  /// it without one.
  ///
  /// A request without a code gets the number that has been free for longest, which is the one on which a late call
  /// of an earlier customer is least likely; one with a code gets any number by chance.
  public var isExclusive: Bool {
    switch self {
    case .random, .roundRobin, .leastRecentlyUsed: false
    case .local, .cluster: true
    }
  }

  /// The node whose bookings count; nil where those of all nodes do.
  func scope(node: Int) -> Int? { self == .local ? node : nil }
}
