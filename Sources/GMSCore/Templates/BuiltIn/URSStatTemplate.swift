/// The template of urs-stat: statistics of a virtual queue.
enum URSStatTemplate {
  static let name = "urs-stat"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "Answers how long a virtual queue is, and keeps the answer for a while.",
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
        "_urs_url",
        .text,
        category: .statistics,
        "Where the routing server answers statistics; needed where they are fetched from one."
      ),
      .init(
        "_urs_stat_url_parameters",
        .text,
        category: .statistics,
        "What is asked for, URL-encoded, such as name=Sales&tenant=Main&aqt=urs; requests add to it."
      ),
      .init(
        "_caching_policy",
        .anySeconds,
        default: "30",
        category: .statistics,
        "How long an answer is kept and given again; 0 asks each time."
      ),
      .init(
        .custom,
        .requestParameter,
        .text,
        category: .statistics,
        "Any parameter without an underscore in front, such as 'name', is added to what is asked for."
      ),
    ]
  )
}
