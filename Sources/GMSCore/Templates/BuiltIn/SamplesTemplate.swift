/// The template of samples: GMS's demonstration in a browser, which services may name.
enum SamplesTemplate {
  static let name = "samples"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "The sample web application of GMS, which configurations name; it cannot be requested here.",
    options: [
      .init(
        "_type",
        .mandatory,
        .choice(["builtin", "built-in"]),
        category: .general,
        "That the service is one of GMS's own."
      ),
      .init("_service", .mandatory, .choice([name]), category: .general, "Which of them it is."),
    ]
  )
}
