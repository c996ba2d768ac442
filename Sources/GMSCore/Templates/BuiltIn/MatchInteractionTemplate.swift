/// The template of match-interaction: which service does a call belong to.
enum MatchInteractionTemplate {
  static let name = "match-interaction"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Finds the service whose access number was called, and frees that number.",
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
        "_access_number",
        .requestParameter,
        .text,
        category: .access,
        "The number that was called; each request must bring it."
      ),
      .init("_phone_number", .requestParameter, .text, category: .access, "The number that is calling."),
      .init("_access_code", .requestParameter, .text, category: .access, "The code that the caller gave."),
      .init(
        "_return_multiple_matches",
        .requestParameter,
        .boolean,
        default: "false",
        category: .answer,
        "Whether all matches are answered, as an array, and not only a single one."
      ),
      .init(
        "_return_data",
        .requestParameter,
        .boolean,
        default: "false",
        category: .answer,
        "Whether the data of the service are answered, and not only their id."
      ),
      .init(
        "_return_user_data",
        .requestParameter,
        .boolean,
        default: "false",
        category: .answer,
        "The same as '_return_data'."
      ),
      .init(
        "_delete_service",
        .requestParameter,
        .boolean,
        default: "false",
        category: .answer,
        "Whether the service that was found ends with this."
      ),
    ]
  )
}
