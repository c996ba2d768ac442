/// The machine's table in the forms that people and tools read.
///
/// It is printed from the machine itself, by exercising it; `Docs/StateMachine.md` is the Markdown form.
public enum StateDiagram {
  /// A form in which the table can be printed.
  public enum Format: String, CaseIterable, Sendable {
    /// A Mermaid state diagram, which GitHub draws.
    case mermaid
    /// A graph for Graphviz.
    case dot
    /// W3C State Chart XML 1.0.
    case scxml
    /// The documentation page: states, events, the whole table, what a pause does.
    case markdown
  }

  /// The table as text that ends with a line break; the same each time.
  ///
  /// - Complexity: the table is worked out once, in a few hundred thousand decisions; then O(its length).
  public static func print(_ format: Format) -> String {
    switch format {
    case .mermaid: mermaid(StateTable.current)
    case .dot: dot(StateTable.current)
    case .scxml: scxml(StateTable.current)
    case .markdown: markdown(StateTable.current)
    }
  }

  /// The kinds of a state, in order; one for a state without phases.
  static func kinds(of name: CallbackState.Name) -> [CallbackState.Kind] {
    CallbackState.Kind.allCases.filter { $0.name == name }
  }

  /// The pairs of states that are joined by at least one event, with these events.
  static func edges(_ table: StateTable)
    -> [(from: CallbackState.Kind, to: CallbackState.Kind, events: [CallbackEvent.Name])]
  {
    CallbackState.Kind.allCases.flatMap { from in
      CallbackState.Kind.allCases.compactMap { to in
        let events = table.events(from: from, to: to)
        return events.isEmpty ? nil : (from, to, events)
      }
    }
  }

  /// A kind as an identifier of letters and underscores, such as `QUEUED_waiting_for_agent`.
  static func identifier(_ kind: CallbackState.Kind) -> String {
    String(kind.rawValue.map { $0 == "/" || $0 == "-" ? "_" : $0 })
  }
}
