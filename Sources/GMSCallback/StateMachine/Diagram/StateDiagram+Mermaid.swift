extension StateDiagram {
  /// A state diagram in which phases stand inside their state; one arrow for all events between two of them.
  static func mermaid(_ table: StateTable) -> String {
    var lines = ["stateDiagram-v2"]
    for name in CallbackState.Name.allCases {
      let kinds = kinds(of: name)
      if kinds.count == 1 { continue }
      // A state cannot stand inside one of its own name, as PAUSED would.
      lines.append("  state \"\(name.rawValue)\" as \(name.rawValue)_ {")
      for kind in kinds { lines.append("    \(identifier(kind)): \(label(kind))") }
      lines.append("  }")
    }
    lines.append("  [*] --> \(identifier(.scheduled))")
    for edge in edges(table) {
      let label = edge.events.map(\.rawValue).joined(separator: "<br/>")
      lines.append("  \(identifier(edge.from)) --> \(identifier(edge.to)): \(label)")
    }
    lines.append("  \(identifier(.completed)) --> [*]: \(CallbackEvent.Name.retentionEnded.rawValue)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The phase in words; `PAUSED` itself has a phase without a name.
  static func label(_ kind: CallbackState.Kind) -> String {
    (kind.phaseName ?? kind.rawValue.lowercased()).replacing("-", with: " ")
  }
}
