import GMSCore
import Testing

/// Finding templates and options by text and by heading.
struct TemplateSearchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let templates: [String]

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(text: "HOLIDAY", templates: ["office-hours"]),
    Case(text: "chat_endpoint", templates: ["request-chat"]),
    Case(text: "user-terminated-scheduled", templates: ["callback"]),
    Case(text: "access code", templates: ["callback", "request-interaction", "request-access"]),
    Case(text: "load of nonsense", templates: []),
    Case(text: "", templates: TemplateCatalog.builtIn.names),
  ]

  @Test(arguments: cases)
  func findsTemplates(_ expected: Case) {
    let search = TemplateSearch(expected.text)
    #expect(TemplateCatalog.builtIn.templates.filter(search.matches).map(\.name) == expected.templates)
  }

  @Test
  func findsOptionsByNameAndDescription() {
    let options = ShippedTemplate.callback.template.options.filter(TemplateSearch("Throttle").matches)
    #expect(
      options.map(\.name.description) == [
        "_throttle_callbacks_per_service_1", "_throttle_callbacks_per_service_2",
        "_throttle_request_parameters",
        "_throttle_request_parameters_limit",
      ]
    )
    let described = ShippedTemplate.capacity.template.options.filter(TemplateSearch("any hour").matches)
    #expect(described.map(\.name.description) == ["_max_capacity"])
  }

  @Test
  func headingsAreInTheOrderOfTheFile() throws {
    let template = ShippedTemplate.callback.template
    #expect(
      template.categories.map(\.rawValue) == [
        "General", "Scheduling", "Limits", "Customer", "Queue", "Agent preview", "Voice, user originated",
        "Voice, user terminated", "Voice treatment", "Notification",
      ]
    )
    for category in template.categories {
      let options = try template.options(in: category.rawValue.uppercased())
      #expect(!options.isEmpty)
      #expect(options.allSatisfy { $0.category == category })
    }
    let all = try template.categories.flatMap { try template.options(in: $0.rawValue) }
    #expect(all.count == template.options.count)
  }

  @Test
  func anUnknownHeadingNamesTheNearest() {
    let error = #expect(throws: CoreError.self) { try ShippedTemplate.get.template.options(in: "Anser") }
    #expect(error?.code == .unknownCategory)
    #expect(
      error?.description
        == "template 'get' has no category 'Anser'; it has 'General', 'Answer'; did you mean 'Answer'?"
    )
  }
}
