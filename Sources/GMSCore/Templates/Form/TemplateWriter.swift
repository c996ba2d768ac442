/// Prints a template as JSON; ``TemplateReader`` describes the form and reads it back to an equal template.
///
/// What a template holds that the form does not allow, such as a default that does not fit its type, is printed
/// all the same, and the reader refuses it.
public enum TemplateWriter {
  /// The template as text for people: each option and each scenario on a line of its own, with a line break at
  /// the end.
  public static func print(_ template: Template) -> String {
    var text = "{\n"
    for member in json(template).members ?? [] {
      if text.utf8.count > 2 { text += ",\n" }
      text += "  \(JSONWriter.compact(.string(member.name))): "
      text += lines(member.value)
    }
    return text + "\n}\n"
  }

  /// The template as JSON text without white space, as a configuration keeps it.
  public static func compact(_ template: Template) -> String { JSONWriter.compact(json(template)) }

  /// The template as JSON.
  public static func json(_ template: Template) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(template.name)),
      .init("type", .string(template.type)),
      .init("service", .string(template.service)),
      .init("summary", .string(template.summary)),
      .init("categories", .array(template.categories.map { .string($0.rawValue) })),
      .init("options", .array(template.options.map(json))),
    ]
    if !template.scenarios.isEmpty {
      members.append(.init("scenarios", .array(template.scenarios.map(json))))
    }
    return .object(members)
  }

  private static func json(_ option: OptionDefinition) -> JSONValue {
    let type = OptionTypeWord.form(of: option.type)
    var members: [JSONValue.Member] = [
      .init("id", .string(option.name.description)),
      .init("kind", .string(option.kind.rawValue)),
      .init("type", .string(type.word.rawValue)),
    ]
    members += type.details
    if let value = option.defaultValue { members.append(.init("default", .string(value))) }
    members.append(.init("category", .string(option.category.rawValue)))
    members.append(.init("summary", .string(option.summary)))
    return .object(members)
  }

  private static func json(_ scenario: Scenario) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(scenario.name)),
      .init("summary", .string(scenario.summary)),
      .init("values", .object(scenario.values.sorted.map { .init($0.name, .string($0.value)) })),
    ]
    if !scenario.required.isEmpty {
      members.append(.init("required", .array(scenario.required.map(JSONValue.string))))
    }
    if !scenario.recommended.isEmpty {
      members.append(.init("recommended", .array(scenario.recommended.map(JSONValue.string))))
    }
    return .object(members)
  }

  /// A member's value on one line; an array of objects with each of them on a line of its own.
  private static func lines(_ value: JSONValue) -> String {
    guard case .array(let elements) = value, elements.first?.members != nil else {
      return JSONWriter.compact(value)
    }
    let rows = elements.map { "\n    \(JSONWriter.compact($0))" }
    return "[\(rows.joined(separator: ","))\n  ]"
  }
}
