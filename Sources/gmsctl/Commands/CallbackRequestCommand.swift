internal import GMSCallback
internal import GMSCore

/// What a device or an agent's desktop asks of a running callback.
enum CallbackRequestCommand {
  static let request = Command(
    "request",
    summary: "ask a running callback what a device or an agent's desktop asks",
    discussion: """
      As a POST to '/genesys/1/service/ID/NAME' would. 'connect' confirms that it suits now, and answers the number to \
      call or where to chat; asked again it answers the same; with '_snooze=true' it asks to be left alone for a while. \
      The body is printed whatever the status is; a status other than 200 is named on stderr and makes the exit code 1, \
      or 3 for 404.
      """,
    arguments: [
      CallbackCommands.id,
      CommandArgument("name", .choice(RunningRequest.allCases.map(\.rawValue)), "what is asked"),
      .parameters("parameters of the request"),
    ],
    examples: [
      CommandExample("gmsctl callback request 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 connect"),
      CommandExample(
        "gmsctl callback request 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 ixn/chat notify_by=comet firstName=John"
      ),
      CommandExample(
        "gmsctl callback request 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 check-queue-position -o json"
      ),
    ]
  ) { invocation in
    guard let name = invocation.choice("name", as: RunningRequest.self) else {
      preconditionFailure("The command tree lets only requests through that there are.")
    }
    let engine = try invocation.engine()
    let (id, parameters, context) = (
      invocation.text("id"), try invocation.parameters(), invocation.request
    )
    if invocation.context.renderer.selection != nil, !context.isDryRun {
      // Which fields there are shows in the answer; a wrong one must be known before anything is written.
      var trial = context
      trial.isDryRun = true
      _ = try invocation.context.renderer.render(Answer(engine.ask(name, of: id, parameters, trial).body))
    }
    let response = try engine.ask(name, of: id, parameters, context)
    try invocation.answer(response.body)
    if let failure = response.failure(of: name.rawValue) { throw failure }
    return .done
  }
}
