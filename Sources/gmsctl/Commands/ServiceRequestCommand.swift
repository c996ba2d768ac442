internal import GMSCallback
internal import GMSCore

/// Running a configured service once.
enum ServiceRequestCommand {
  static let request = Command(
    "request",
    permission: .askedByLibrary,
    summary: "run a service once, as a POST to its address would, and print what it answers",
    discussion: """
      Parameters are those of GMS's request, and the customer's own data. A callback service starts a callback, at \
      '_desired_time' or at once, and answers its record. The body is printed whatever the status is; a status other \
      than 200, such as 503 of 'get' on a node that is OFFLINE, is named on stderr and makes the exit code 1, or 3 for \
      404. What 'urs-stat' keeps for its '_caching_policy' ends with the process, so each run counts anew.
      """,
    arguments: [
      CommandArgument("name", .service, "the service"), .parameters("parameters of the request"),
    ],
    options: [NodeCommands.node],
    examples: [
      CommandExample("gmsctl service request LoadBalancer-checker --node 2"),
      CommandExample("gmsctl service request Office start=2025-01-06T00:00:00Z number-of-days=7 -o json"),
      CommandExample("gmsctl service request request-chat _verbose=true subject=Invoice --dry-run"),
    ]
  ) { invocation in
    let (name, parameters) = (invocation.text("name"), try invocation.parameters())
    let engine = try invocation.engine()
    var context = invocation.request
    context.node = NodeCommands.number(invocation)
    if invocation.context.renderer.selection != nil, !context.isDryRun {
      // Which fields there are shows in the answer; a wrong one must be known before anything is written.
      var trial = context
      trial.isDryRun = true
      _ = try invocation.context.renderer.render(Answer(engine.request(name, parameters, trial).body))
    }
    let response = try engine.request(name, parameters, context)
    try invocation.answer(response.body)
    if let failure = response.failure(of: name) { throw failure }
    return .done
  }
}
