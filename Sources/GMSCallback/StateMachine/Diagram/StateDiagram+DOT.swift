extension StateDiagram {
  /// A directed graph with a cluster for each state that has phases.
  static func dot(_ table: StateTable) -> String {
    var lines = ["digraph callback {", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    lines.append("  start [shape=point];")
    for name in CallbackState.Name.allCases {
      let kinds = kinds(of: name)
      if kinds.count == 1 {
        for kind in kinds {
          let shape = kind == .completed ? ", peripheries=2" : ""
          lines.append("  \(identifier(kind)) [label=\"\(name.rawValue)\"\(shape)];")
        }
        continue
      }
      lines.append("  subgraph cluster_\(name.rawValue) {")
      lines.append("    label=\"\(name.rawValue)\";")
      for kind in kinds { lines.append("    \(identifier(kind)) [label=\"\(label(kind))\"];") }
      lines.append("  }")
    }
    lines.append("  start -> \(identifier(.scheduled));")
    for edge in edges(table) {
      let label = edge.events.map(\.rawValue).joined(separator: "\\n")
      lines.append("  \(identifier(edge.from)) -> \(identifier(edge.to)) [label=\"\(label)\"];")
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }
}
