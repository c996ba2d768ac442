internal import GMSCallback
internal import GMSCore

/// Pausing services.
enum PauseCommands {
  private static let name = CommandArgument("name", .service, "the callback service")

  static let pause = Command(
    "pause",
    summary: "hold back the queued callbacks of a service",
    discussion: """
      The service goes onto the list '_paused_services_list' of the section 'callback'. Its callbacks in the queue become \
      PAUSED, and so does each that enters the queue; where an agent or the customer is engaged, that is played out \
      first. New callbacks are taken as ever.
      """,
    arguments: [name],
    fields: CallbackAnswer.pauseFields,
    examples: [CommandExample("gmsctl service pause support")]
  ) { invocation in
    try answer(invocation.engine().pause(invocation.text("name"), invocation.request), invocation)
  }

  static let resume = Command(
    "resume",
    summary: "let the callbacks of a paused service go on",
    discussion: "What fell due meanwhile is done by the next 'gmsctl run'.",
    arguments: [name],
    fields: CallbackAnswer.pauseFields,
    examples: [CommandExample("gmsctl service resume support -o json")]
  ) { invocation in
    try answer(invocation.engine().resume(invocation.text("name"), invocation.request), invocation)
  }

  private static func answer(_ report: PauseReport, _ invocation: Invocation) throws -> ExitCode {
    try invocation.answer(Answer(CallbackAnswer.pause(report)))
    if !report.isChanged {
      invocation.note(
        "the service '\(report.service)' was \(report.isPaused ? "paused already" : "not paused")"
      )
    }
    return .done
  }
}
