/// The nodes that work on a store: who they are, what they do with requests, when they were last heard of.
///
///     let nodes = NodeRegistry(store: store)
///     try nodes.set(.offline, RequestContext(now: now, node: 2))
///     try nodes.node(2).status                             // .offline
///
/// Signs of life are written when a status is set, and by the driver (`CallbackEngine.run`, `gmsctl run`), at most once
/// in ``Node/renewalInterval`` seconds. Requests write none: each would cost a write where `get` needs only a read. A
/// driver gives no sign of a node that was never set.
public struct NodeRegistry: Sendable {
  /// Where the nodes are.
  public let store: any Store

  /// The nodes of a store.
  public init(store: any Store) { self.store = store }

  /// All nodes that somebody has set, by number.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  public func nodes() throws -> [Node] {
    try store.read { reader in
      try reader.records(RecordQuery(.node, order: .created)).map { try Node(stored: $0) }
    }.sorted { $0.number < $1.number }
  }

  /// The node of a number; ONLINE, with no sign of life, where nobody has said anything about it.
  ///
  /// - Precondition: the number is one of ``Node/numbers``.
  /// - Throws: `CoreError` when the store cannot be read.
  public func node(_ number: Int) throws -> Node {
    try store.read { try Node(number, in: $0) }
  }

  /// Sets the status of the context's node, which is a sign of life too.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - host: The machine's name; nil for the one that is known.
  ///   - context: The node's number, and the instant that is now.
  /// - Returns: The node as it is now.
  /// - Throws: `CoreError` with code `malformedHost` for a host that is no name, or about the store.
  @discardableResult
  public func set(
    _ status: NodeStatus,
    host: String? = nil,
    _ context: RequestContext
  ) throws -> Node {
    if let host, !Node.isHost(host) { throw CoreError(.malformedHost, ["value": host]) }
    return try store.write(context.change) { writer in
      var node = try Node(context.node, in: writer)
      node.status = status
      node.host = host ?? node.host
      node.see(at: context.now)
      if let record = node.stored { try writer.put(record) }
      return node
    }
  }

  /// Forgets the context's node, which is then ONLINE like any that nobody has said anything about.
  ///
  /// - Returns: The node as it was.
  /// - Throws: `CoreError` with code `unknownNode`, or about the store.
  @discardableResult
  public func forget(_ context: RequestContext) throws -> Node {
    try store.write(context.change) { writer in
      let node = try Node(context.node, in: writer)
      guard try writer.remove(.node, String(context.node)) else {
        throw CoreError(.unknownNode, [.init("node", .integer(Int64(context.node)))])
      }
      return node
    }
  }
}
