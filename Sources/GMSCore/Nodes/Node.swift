#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// One of the machines that work on the same store: its number, its status, and when it was last heard of.
///
/// The number begins each id that the node gives. A node that nobody has ever said anything about is ONLINE.
public struct Node: Hashable, Identifiable, Sendable {
  /// The numbers that nodes can have: those that an id can begin with.
  public static let numbers = 0...999_999_999
  /// For how many seconds after its last sign of life a node counts as alive.
  ///
  /// GMS does not document a limit; its monitor looks at the nodes every three minutes.
  public static let silenceLimit = 180
  /// How old the last sign of life must be, in seconds, for the driver to renew it.
  ///
  /// A third of the limit, so that a node is alive although one renewal or two come late, and a driver that runs
  /// each second still writes once a minute.
  public static let renewalInterval = 60

  /// The number.
  public let number: Int
  /// The machine's name; nil when nobody gave it.
  public internal(set) var host: String?
  /// What it does with requests.
  public internal(set) var status: NodeStatus
  /// When it was first heard of; nil for a node that nobody has said anything about.
  public internal(set) var created: Date?
  /// When it was last heard of, in whole milliseconds; nil as above.
  public internal(set) var lastSeen: Date?

  /// The number.
  public var id: Int { number }

  /// A node that nobody has said anything about: ONLINE.
  ///
  /// - Precondition: the number is one of ``numbers``.
  public init(_ number: Int) {
    precondition(Node.numbers.contains(number), "A node's number has 1 to 9 digits, but \(number) was given.")
    self.number = number
    status = .online
  }

  /// Whether the node is known and has given no sign of life for ``silenceLimit`` seconds.
  ///
  /// A node that never gave a sign is not silent: nobody expects one.
  public func isSilent(at now: Date) -> Bool {
    guard let lastSeen else { return false }
    return now.timeIntervalSince(lastSeen) >= Double(Node.silenceLimit)
  }

  /// The node with a sign of life.
  ///
  /// An earlier instant than the last one changes nothing: a clock that was given may go back, and what was seen was
  /// seen.
  mutating func see(at now: Date) {
    // On the grid that records keep, so that a node which is written and read again is equal to what it was.
    let now = Date(millisecondsSince1970: now.millisecondsSince1970)
    if created == nil { created = now }
    lastSeen = lastSeen.map { max($0, now) } ?? now
  }
}
