/// The template of request-chat: a chat session without a callback around it.
enum RequestChatTemplate {
  static let name = "request-chat"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Opens a chat session and answers the address at which the customer starts to chat.",
    options: [
      .init(
        "_type",
        .mandatory,
        .choice(["builtin", "built-in"]),
        category: .general,
        "That the service is one of GMS's own."
      ),
      .init("_service", .mandatory, .choice([name]), category: .general, "Which of them it is."),
      .init(
        "_ttl",
        .mandatory,
        .someSeconds,
        default: "3600",
        category: .general,
        "How long the chat session is kept."
      ),
      .init(
        "_chat_endpoint",
        .text,
        default: "gms_builtin",
        category: .chat,
        "The endpoint of the chat server to which the sessions go."
      ),
      .init(
        "_verbose",
        .requestParameter,
        .boolean,
        default: "false",
        category: .chat,
        "Whether all that is known of the session is answered."
      ),
    ]
  )
}
