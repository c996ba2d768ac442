internal import GMSCallback
internal import GMSCore

/// The outbox.
enum NotificationCommands {
  static let notifications = Command(
    "notifications",
    readsPast: true,
    summary: "what others have still to be told of callbacks",
    discussion: """
      Changes of status for other systems ('_enable_status_notification'), pushes to the customer's device, and \
      messages between device and agent. 'run --deliver FILE' delivers those that have a target; nobody's are thrown \
      away after a day.
      """,
    arguments: [CommandArgument("id", .text, presence: .optional, "only what is about this callback")],
    options: [
      .value("service", .service, repeating: true, "only of this service; may be repeated"),
      .value("max", .integer(1...Int.max), default: "500", "at most so many"),
    ],
    fields: CallbackAnswer.notificationFields,
    examples: [
      CommandExample("gmsctl callback notifications --service support -o jsonl"),
      CommandExample(
        "gmsctl callback notifications 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 --fields id,subject"
      ),
    ]
  ) { invocation in
    let found = try invocation.engine().notifications(
      of: invocation.optional("id"),
      services: Set(invocation.texts("service")),
      limit: invocation.integer("max") ?? 500
    )
    try invocation.answer(
      Answer(CallbackAnswer.notifications(found), emptyNote: "nobody has to be told anything")
    )
    return .done
  }
}
