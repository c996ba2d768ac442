extension StateDiagram {
  /// The documentation page.
  static func markdown(_ table: StateTable) -> String {
    [
      """
      # The life of a callback

      This page is printed by the state machine itself (`gmsctl callback diagram --format markdown`), which is
      exercised for it: from every state that can be reached, under every kind of policy, every event is tried. A
      test holds page and code together; `GMS_RECORD=1 swift test --filter StateDiagramTests` writes it anew, and
      fails, so that nobody records by accident.

      """,
      "## Diagram\n\n```mermaid\n\(mermaid(table))```\n",
      states(table),
      events(),
      transitions(table),
      pauses,
    ].joined(separator: "\n")
  }

  private static func states(_ table: StateTable) -> String {
    let rows = CallbackState.Kind.allCases.map { kind in
      let waits = CallbackEvent.allNames.filter {
        $0.source == .time && table.outcomes[kind]?[$0] != nil
      }
      return "| \(kind.rawValue) | \(kind.summary) | \(code(waits.map(\.rawValue))) |"
    }
    return "## States\n\n| state | meaning | waits for |\n|---|---|---|\n" + rows.joined(separator: "\n")
      + "\n"
  }

  private static func events() -> String {
    let rows = CallbackEvent.allNames.map { name in
      let parameters = name.parameters.map { $0.isRequired ? "\($0.name)=" : "[\($0.name)=]" }
      return "| `\(name.rawValue)` | \(name.source.rawValue) | \(code(parameters)) | \(name.summary) |"
    }
    return
      "## Events\n\nAn event of time is taken only by a state that waits for it, and not before its time.\n\n"
      + "| event | from | parameters | what happened |\n|---|---|---|---|\n"
      + rows.joined(separator: "\n") + "\n"
  }

  private static func transitions(_ table: StateTable) -> String {
    var text = """
      ## Transitions

      Where one event can lead to several places, the service's options and the attempts so far decide. Every
      event that a table does not show is refused (`wrong-state`; `rescheduled`: `not-reschedulable`), and the
      refusal names those that are taken.

      """
    for kind in CallbackState.Kind.allCases {
      text += "\n### \(kind.rawValue)\n\n| event | leads to |\n|---|---|\n"
      for event in CallbackEvent.allNames {
        guard let outcomes = table.outcomes[kind]?[event] else { continue }
        text += "| `\(event.rawValue)` | \(outcomes.map(words).sorted().joined(separator: "; ")) |\n"
      }
    }
    return text
  }

  private static func words(_ outcome: StateTable.Outcome) -> String {
    switch outcome {
    case .leads(let kind, let reason): kind.rawValue + (reason.map { " \(name(of: $0))" } ?? "")
    case .noOp(let noOp): "nothing: \(noOp.rawValue)"
    case .removal: "the record is removed"
    }
  }

  /// The reason; what an example of the walk stands for in place of it.
  private static func name(of reason: CompletionReason) -> String {
    switch reason {
    case .failError: "(the event's `reason`)"
    case .agentPreviewCancelled(afterRejections: StateTable.exampleRejections):
      "AGENT_PREVIEW_CANCEL_AFTER_{n}REJECTS"
    default: reason.rawValue
    }
  }

  private static func code(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static let pauses = """
    ## What a pause does

    | what | while PAUSED | after resuming |
    |---|---|---|
    | place in line, priority, attempts | stay | as before |
    | desired time | stays | as before |
    | end of life (desired time + `_ttl`) | runs on, and can end the callback | as before |
    | limit of the queue (`_urs_queued_ttl`) | stands still | moved by the pause's length |
    | delay of the next submission | runs on, nothing is submitted | due at once when it ran out |
    | snooze | runs on | over at once when it ran out |
    | delay of the next call (`_dial_retry_timeout`) | runs on, nobody is called | due at once when it ran out |
    | answer of the queue that is outstanding | is taken | the callback goes on from there |
    | search for an agent | is stopped | begins again, from the same place in line |

    An agent or a customer who is engaged is not cut off: previews, confirmations, offers, calls and ROUTING are
    played out. A callback that waits again while its service is still paused is paused then. SCHEDULED callbacks
    keep their booking; one that falls due is QUEUED, and paused by whoever drives it before it is worked on.

    """
}
