/// The template of request-interaction: a customer who is about to call is given an access number.
enum RequestInteractionTemplate {
  static let name = "request-interaction"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Keeps a customer's data and answers the access number to call at once.",
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
        default: "86400",
        category: .general,
        "How long the service and the data that came with the request are kept."
      ),
      .init(
        "_resource_group",
        .resourceGroup,
        category: .access,
        "The group of access numbers of which one is given; where it is not set, each request must bring it."
      ),
      .init(
        "_provide_code",
        .boolean,
        default: "false",
        category: .access,
        "Whether an access code is given with the number."
      ),
      .init(
        "_booking_expiration_timeout",
        .seconds(5...1800),
        category: .access,
        "How long the number is kept for the customer; without it, as long as the resource group says."
      ),
      .init(
        "_phone_number",
        .requestParameter,
        .text,
        category: .access,
        "The number of the customer's device; a call from another one is then no match."
      ),
    ]
  )
}
