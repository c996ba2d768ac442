extension StateDiagram {
  /// A state chart of SCXML 1.0, in which phases are children of their state and COMPLETED is final.
  ///
  /// Where one event can lead to several places, the service's options and the counts of attempts decide. The
  /// chart takes the decision from the event: `_event.data.target` is the identifier of the state.
  static func scxml(_ table: StateTable) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=\"callback\""
        + " datamodel=\"ecmascript\" initial=\"\(identifier(.scheduled))\">",
    ]
    for name in CallbackState.Name.allCases {
      let kinds = kinds(of: name)
      let isNested = kinds.count > 1
      if isNested { lines.append("  <state id=\"\(name.rawValue)_\">") }
      for kind in kinds { lines += element(kind, table).map { (isNested ? "    " : "  ") + $0 } }
      if isNested { lines.append("  </state>") }
    }
    lines.append("</scxml>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func element(_ kind: CallbackState.Kind, _ table: StateTable) -> [String] {
    let id = identifier(kind)
    if kind == .completed { return ["<final id=\"\(id)\"/>"] }
    var lines = ["<state id=\"\(id)\">"]
    for event in CallbackEvent.allNames {
      let targets = table.targets(kind, event)
      for target in targets {
        let condition =
          targets.count > 1 ? " cond=\"_event.data.target == '\(identifier(target))'\"" : ""
        lines.append(
          "  <transition event=\"\(event.rawValue)\"\(condition) target=\"\(identifier(target))\"/>"
        )
      }
    }
    return lines + ["</state>"]
  }
}
