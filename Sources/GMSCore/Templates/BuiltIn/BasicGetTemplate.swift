/// The template of basic_get: an answer that the configuration writes.
enum BasicGetTemplate {
  static let name = "basic_get"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Answers the HTTP status and the values that its options say.",
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
        "result",
        .mandatory,
        .integer(100...599),
        category: .answer,
        "The HTTP status; with 200 the options without an underscore in front are answered."
      ),
      .init("error_code", .text, category: .answer, "The status as text, such as 404 Not Found."),
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
