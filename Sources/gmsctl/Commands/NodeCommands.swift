internal import GMSCore

/// The nodes that work on a store.
enum NodeCommands {
  /// The node that acts, for every command that lets one say it.
  static let node = CommandOption.value(
    "node",
    .integer(Node.numbers),
    default: "1",
    "the number of the node that acts"
  )

  /// The number of the node that acts.
  static func number(_ invocation: Invocation) -> Int { invocation.integer(node.name) ?? 1 }

  static let noun = Command(
    "node",
    section: "Services",
    permission: .configure,
    summary: "the nodes that work on the store",
    subcommands: [list, status, set, forget]
  )

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all nodes that were ever set, and which of them are silent",
    discussion: """
      A node is silent when it has given no sign of life for \(Node.silenceLimit) seconds. Signs of life are \
      'gmsctl node set' and 'gmsctl run', each with its --node; 'run' writes one at most every \
      \(Node.renewalInterval) seconds, and only for a node that was set.
      """,
    fields: NodeAnswer.fields,
    examples: [CommandExample("gmsctl node list -o json")]
  ) { invocation in
    let nodes = try NodeRegistry(store: invocation.store()).nodes()
    try invocation.answer(
      Answer(
        NodeAnswer.nodes(nodes, at: invocation.context.now),
        emptyNote: "no node was ever set; each is ONLINE"
      )
    )
    return .done
  }

  private static let status = Command(
    "status",
    readsPast: true,
    summary: "a node's status; one that was never set is ONLINE",
    options: [node],
    fields: NodeAnswer.fields,
    examples: [CommandExample("gmsctl node status --node 2 --fields status")]
  ) { invocation in
    let node = try NodeRegistry(store: invocation.store()).node(number(invocation))
    try answer(node, invocation)
    return .done
  }

  private static let set = Command(
    "set",
    summary: "say what a node does with requests; also a sign of life",
    discussion: """
      OFFLINE: the node takes requests, and 'get' tells the load balancer to send no more. SHUTDOWN: requests for \
      services and for new callbacks are refused; what runs already goes on.
      """,
    arguments: [
      CommandArgument("status", .choice(NodeStatus.allCases.map(\.rawValue)), "what it does with requests")
    ],
    options: [
      node, .value("host", .text, named: "NAME", default: "the one that is known", "the machine's name"),
    ],
    fields: NodeAnswer.fields,
    examples: [CommandExample("gmsctl node set OFFLINE --node 2 --host gms-2")]
  ) { invocation in
    guard let status = invocation.choice("status", as: NodeStatus.self) else {
      preconditionFailure("'node set' requires a status, so each line has one")
    }
    var context = invocation.request
    context.node = number(invocation)
    let node = try NodeRegistry(store: invocation.store())
      .set(status, host: invocation.optional("host"), context)
    try answer(node, invocation)
    return .done
  }

  private static let forget = Command(
    "forget",
    summary: "take a node out of the list; it is then ONLINE, as one that was never set",
    options: [.value(node.name, .integer(Node.numbers), required: true, "the number of the node")],
    fields: NodeAnswer.fields,
    examples: [CommandExample("gmsctl node forget --node 2")]
  ) { invocation in
    var context = invocation.request
    context.node = number(invocation)
    try answer(try NodeRegistry(store: invocation.store()).forget(context), invocation)
    return .done
  }

  private static func answer(_ node: Node, _ invocation: Invocation) throws {
    try invocation.answer(NodeAnswer.node(node, at: invocation.context.now))
  }
}
