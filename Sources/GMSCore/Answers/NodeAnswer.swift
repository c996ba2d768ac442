#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// The answers about nodes, as JSON.
public enum NodeAnswer {
  /// The members of a node's answer, in order.
  public static let fields = ["number", "host", "status", "created", "last_seen", "silent"]

  /// A node.
  ///
  ///     {"number":2,"host":"gms-2","status":"OFFLINE","created":"…Z","last_seen":"…Z","silent":false}
  ///
  /// `host` and the times are null where nobody has said anything.
  public static func node(_ node: Node, at now: Date) -> JSONValue {
    [
      "number": .integer(Int64(node.number)),
      "host": node.host.map(JSONValue.string) ?? .null,
      "status": .string(node.status.rawValue),
      "created": time(node.created),
      "last_seen": time(node.lastSeen),
      "silent": .bool(node.isSilent(at: now)),
    ]
  }

  /// Nodes, in the order in which they are given.
  public static func nodes(_ nodes: [Node], at now: Date) -> JSONValue {
    .array(nodes.map { node($0, at: now) })
  }

  private static func time(_ time: Date?) -> JSONValue {
    time.map { .string(InstantText.print($0)) } ?? .null
  }
}
