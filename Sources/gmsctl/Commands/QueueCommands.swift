#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCallback
internal import GMSCore

/// The line of a virtual queue, and why a callback is where it is.
enum QueueCommands {
  static let why = Command(
    "why",
    readsPast: true,
    summary: "why a callback is in its state, what it waits for, and what would happen then",
    discussion: "What would happen is asked of the state machine, on a copy; nothing changes.",
    arguments: [CallbackCommands.id],
    fields: CallbackExplanation.fields,
    examples: [CommandExample("gmsctl callback why 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")]
  ) { invocation in
    let explanation = try invocation.engine().why(invocation.text("id"), at: invocation.context.now)
    // The note of a cancellation and the names of agents come from people.
    let text = explanation.lines.map { Cell.visible($0) + "\n" }.joined()
    try invocation.answer(Answer(explanation.json, text: text))
    return .done
  }

  static let position = Command(
    "queue-position",
    readsPast: true,
    summary: "where a callback stands in line, as a device asks it",
    discussion: "A callback that is not in line is refused.",
    arguments: [CallbackCommands.id],
    fields: [
      "_position", "_eta", "_total_waiting", "_agent_ready_threshold_passed",
      "_agent_ready_threshold_passed_reason",
    ],
    examples: [
      CommandExample("gmsctl callback queue-position 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 -o json")
    ]
  ) { invocation in
    let response = try invocation.engine()
      .ask(.checkQueuePosition, of: invocation.text("id"), [:], invocation.request)
    try invocation.answer(response.body)
    return .done
  }

  static let line = Command(
    "line",
    readsPast: true,
    summary: "who is in line of a virtual queue, the next to be served first",
    discussion: """
      A callback waits in the virtual queue that its service names in '_urs_virtual_queue', else in the one that the \
      request named, else in one of its service's name. With --next, the callback that an agent who is free now should \
      be reserved for, or null.
      """,
    arguments: [CommandArgument("virtual-queue", .text, "the virtual queue")],
    options: [.flag("next", "only the callback that can be served now")],
    fields: CallbackAnswer.memberFields,
    examples: [
      CommandExample("gmsctl callback line VQ_support"),
      CommandExample("gmsctl callback line VQ_support --next -o json"),
    ]
  ) { invocation in
    let engine = try invocation.engine()
    let queue = invocation.text("virtual-queue")
    if invocation.flag("next") {
      let next = try engine.next(in: queue, at: invocation.context.now)
      try invocation.answer(
        Answer(next.map(CallbackAnswer.member) ?? .null, emptyNote: "nobody can be served now")
      )
    } else {
      try invocation.answer(
        Answer(CallbackAnswer.line(try engine.line(of: queue)), emptyNote: "nobody is in line")
      )
    }
    return .done
  }

  /// Answers the diagnostics of a callback: by their keys, for a person by their labels.
  static func answerDiagnostics(_ invocation: Invocation) throws {
    let diagnostics = try invocation.engine()
      .diagnostics(of: invocation.text("id"), at: invocation.context.now)
    let labelled = QueueDiagnostics.Item.allCases.map { item in
      JSONValue.Member(item.label, diagnostics[item] == .null ? .string(item.unknown) : diagnostics[item])
    }
    try invocation.answer(
      Answer(
        diagnostics.json,
        fields: QueueDiagnostics.Item.allCases.map(\.rawValue),
        text: TableText.record(labelled, styling: nil, usesColor: invocation.context.renderer.usesColor)
      )
    )
  }
}
