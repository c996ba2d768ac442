/// The English of errors about nodes.
extension CoreError {
  /// The sentence of a code about nodes; nil for any other.
  var nodeSentence: String? {
    switch code {
    case .unknownNode: "nothing was ever said about node \(quoted("node")); set its status first"
    case .malformedHost: "\(quoted("value")) cannot be the host of a node; write \(Node.acceptedHost)"
    case .nodeShutDown:
      "node \(quoted("node")) is SHUTDOWN and takes no requests; set it ONLINE, or ask another node"
    default: nil
    }
  }
}
