// Nodes: facts `node`, `value`.
extension CoreError.Code {
  /// A node that nobody has said anything about.
  public static let unknownNode = CoreError.Code(rawValue: "unknown-node")
  /// Text that cannot be the name of a machine.
  public static let malformedHost = CoreError.Code(rawValue: "malformed-host")
  /// A request to a node that is SHUTDOWN.
  public static let nodeShutDown = CoreError.Code(rawValue: "node-shut-down")

  /// All codes of this file, in order.
  package static let nodeCodes: [CoreError.Code] = [.unknownNode, .malformedHost, .nodeShutDown]
}
