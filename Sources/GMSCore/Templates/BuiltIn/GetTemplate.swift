/// The template of get: how the node is, for a load balancer.
enum GetTemplate {
  static let name = "get"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Answers whether this node takes requests, with values of one's own.",
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
        "_online_code",
        .mandatory,
        .integer(100...599),
        default: "200",
        category: .answer,
        "The HTTP status while the node is ONLINE."
      ),
      .init(
        "_offline_code",
        .mandatory,
        .integer(100...599),
        default: "503",
        category: .answer,
        "The HTTP status while the node is OFFLINE."
      ),
      .init(
        .custom,
        .optional,
        .text,
        category: .answer,
        "Any option without an underscore in front is answered as it is, while the status is 200."
      ),
    ]
  )
}
