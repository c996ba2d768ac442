// Nodes: facts `node`, `member`, `value`, `accepted`, `suggestion`.
extension CoreError.Code {
  /// A node that nobody has said anything about.
  public static let unknownNode = CoreError.Code(rawValue: "unknown-node")
  /// A part of a node that is not what it must be.
  public static let malformedNode = CoreError.Code(rawValue: "malformed-node")
  /// A request to a node that is SHUTDOWN.
  public static let nodeShutDown = CoreError.Code(rawValue: "node-shut-down")

  /// All codes of this file, in order.
  package static let nodeCodes: [CoreError.Code] = [.unknownNode, .malformedNode, .nodeShutDown]
}
