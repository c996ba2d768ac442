/// The English of errors about nodes.
extension CoreError {
  /// The sentence of a code about nodes; nil for any other.
  var nodeSentence: String? {
    switch code {
    case .unknownNode: "nothing was ever said about node \(quoted("node")); set its status first"
    case .malformedNode:
      (has("value")
        ? "\(quoted("value")) cannot be the \(quoted("member")) of a node"
        : "a node's \(quoted("member")) is not right")
        + accepted("; write ") + hint
    case .nodeShutDown:
      "node \(quoted("node")) is SHUTDOWN and takes no requests; set it ONLINE, or ask another node"
    default: nil
    }
  }
}
