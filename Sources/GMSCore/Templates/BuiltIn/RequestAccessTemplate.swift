/// The template of request-access: an access number for a service that is already running.
enum RequestAccessTemplate {
  static let name = "request-access"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Gives a running service an access number, with a code where one is asked for.",
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
        "_id",
        .requestParameter,
        .text,
        category: .access,
        "The id of the running service that the access number is for; each request must bring it."
      ),
      .init(
        "_resource_group",
        .requestParameter,
        .resourceGroup,
        default: "GMS_Resources",
        category: .access,
        "The group of access numbers of which one is given."
      ),
      .init(
        "_phone_number",
        .requestParameter,
        .text,
        category: .access,
        "The number that will call; a call from another one is then no match."
      ),
      .init(
        "_provide_code",
        .requestParameter,
        .boolean,
        default: "false",
        category: .access,
        "Whether an access code is given with the number."
      ),
      .init(
        "_access_code_length",
        .requestParameter,
        .integer(1...18),
        default: "6",
        category: .access,
        "How many digits an access code has."
      ),
      .init(
        "_booking_expiration_timeout",
        .seconds(5...1800),
        category: .access,
        "How long the number is kept; a request's own value wins, and without any that of the resource group."
      ),
    ]
  )
}
