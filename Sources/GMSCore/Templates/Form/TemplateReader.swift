/// Reads templates from their JSON form.
///
/// A template is one object:
///
///     {
///       "name": "weather",
///       "type": "ors",
///       "service": "weather",
///       "summary": "Tells customers what the weather is like where they are.",
///       "categories": ["General", "Limits"],
///       "options": [
///         {"id":"_type","kind":"mandatory","type":"choice","values":["ors"],"category":"General","summary":"…"},
///         {"id":"_service","kind":"mandatory","type":"choice","values":["weather"],"category":"General","summary":"…"},
///         {"id":"_ttl","kind":"mandatory","type":"seconds","minimum":1,"default":"3600","category":"Limits","summary":"…"}
///       ],
///       "scenarios": [
///         {"name":"short","summary":"…","values":{"_ttl":"60"},"required":["_place"],"recommended":[]}
///       ]
///     }
///
/// - `type` is `builtin` or `ors`; a service belongs to the template whose `type` and `service` its options
///   `_type` and `_service` name.
/// - `categories` are the headings in order; each option has one of them, and each of them an option.
/// - An option's `id` is a name, or a family: `_holiday<n>` ends in a number, `_capacity_<name>` in anything, and
///   `<name>` is every option without an underscore in front that no other definition has.
/// - `kind` is `mandatory`, `optional`, `advanced` or `request-parameter` (``OptionKind``).
/// - `type` of an option is `text`, `boolean`, `integer` and `seconds` (with `minimum`, 0 unless said, and
///   `maximum`), `integer` with `values`, `choice` with `values`, `duration`, `names` (with `values`, only these),
///   `country`, `target`, `json`, `service` with `template`, `resource-group`, `pattern-group`, `account`,
///   `regular-hours`, `holiday`, `exception-hours`, `effective-dates`, `time-zone`, `capacity-week` or
///   `capacity-dates` (``OptionType``).
/// - `default` may be missing; it is text that fits the type.
/// - `scenarios` may be missing, and in a scenario `required` and `recommended`.
///
/// Nothing else is allowed, nothing may stand twice, and every text says something. GMS keeps templates as
/// archives, and does not document what is in them; this form is our own.
public enum TemplateReader {
  /// Reads a template from JSON text.
  ///
  /// - Throws: `CoreError` with code `malformedJSON`, or `malformedTemplate` with the facts `member` (the path, such as
  ///   `options[3].type`), `value` (what stands there, where something does), `reason`, and `suggestion` where a
  ///   known word is near.
  /// - Complexity: O(n) in the length of the text.
  public static func read(_ text: String) throws(CoreError) -> Template { try read(JSONReader.read(text)) }

  /// Reads a template from the UTF-8 bytes of JSON text; a byte order mark in front is passed over.
  ///
  /// - Throws: as `read(_:)` of text.
  public static func read(_ bytes: [UInt8]) throws(CoreError) -> Template {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return try read(JSONReader.read(hasMark ? Array(bytes.dropFirst(3)) : bytes))
  }

  /// Reads a template from JSON.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate`.
  public static func read(_ json: JSONValue) throws(CoreError) -> Template {
    let template = try shape(json)
    try TemplateChecker(template).check()
    return template
  }

  /// Reads a template without asking whether its values fit their types.
  ///
  /// Templates of the package are read so: that their values fit is proved by tests, once, and not at every start.
  static func shape(_ json: JSONValue) throws(CoreError) -> Template {
    let members = try TemplateMembers(json, at: .template, known: known)
    let type = try members.text("type")
    guard types.contains(type) else {
      throw .malformedTemplate("type", type, .unknownTemplateType, near: types)
    }
    let categories = try members.texts(members.required("categories"), "categories")
    let options = try options(members, categories)
    let index = OptionIndex(options)
    if let repeated = index.repeated {
      let place = TemplatePlace.option(repeated).path + ".id"
      throw .malformedTemplate(place, options[repeated].name.description, .repeated)
    }
    return Template(
      name: try name(members),
      type: type,
      service: try members.text("service"),
      summary: try members.text("summary"),
      categories: categories.map(OptionCategory.init),
      options: options,
      index: index,
      scenarios: try scenarios(members)
    )
  }

  /// The types of services.
  private static let types = ["builtin", "ors"]
  private static let known = ["name", "type", "service", "summary", "categories", "options", "scenarios"]
  private static let knownOfOption =
    ["id", "kind", "type"] + OptionTypeWord.details + ["default", "category", "summary"]
  private static let knownOfScenario = ["name", "summary", "values", "required", "recommended"]

  private static func name(_ members: TemplateMembers) throws(CoreError) -> String {
    let name = try members.text("name")
    // A template's name heads a section, as a service's does.
    guard (try? ServiceName(name)) != nil else { throw .malformedTemplate("name", name, .malformedName) }
    return name
  }

  // MARK: - Options

  private static func options(
    _ members: TemplateMembers,
    _ categories: [String]
  ) throws(CoreError) -> [OptionDefinition] {
    let value = try members.required("options")
    guard case .array(let elements) = value else {
      throw .malformedTemplate("options", value.shown, .notAnArray)
    }
    var isUsed = categories.map { _ in false }
    var options: [OptionDefinition] = []
    options.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let option = try TemplateMembers(element, at: .option(index), known: knownOfOption)
      let category = try self.category(of: option, categories)
      isUsed[category] = true
      options.append(try definition(option, OptionCategory(rawValue: categories[category])))
    }
    if let unused = isUsed.firstIndex(of: false) {
      throw .malformedTemplate("categories[\(unused)]", categories[unused], .unusedCategory)
    }
    return options
  }

  /// Which of the categories an option names.
  private static func category(
    of option: TemplateMembers,
    _ categories: [String]
  ) throws(CoreError) -> Int {
    let category = try option.text("category")
    if let index = categories.firstIndex(of: category) { return index }
    throw .malformedTemplate(
      option.path("category"),
      category,
      .unknownCategory(categories),
      near: categories
    )
  }

  private static func definition(
    _ option: TemplateMembers,
    _ category: OptionCategory
  ) throws(CoreError) -> OptionDefinition {
    let id = try option.text("id")
    guard let name = OptionName(id) else { throw .malformedTemplate(option.path("id"), id, .malformedID) }
    let kindWord = try option.text("kind")
    guard let kind = OptionKind(rawValue: kindWord) else {
      throw .malformedTemplate(
        option.path("kind"),
        kindWord,
        .unknownKind,
        near: OptionKind.allCases.map(\.rawValue)
      )
    }
    return OptionDefinition(
      name,
      kind,
      try OptionType(form: option),
      default: try option.optionalText("default"),
      category: category,
      try option.text("summary")
    )
  }

  // MARK: - Scenarios

  private static func scenarios(_ members: TemplateMembers) throws(CoreError) -> [Scenario] {
    guard let value = members.value("scenarios") else { return [] }
    guard case .array(let elements) = value else {
      throw .malformedTemplate("scenarios", value.shown, .notAnArray)
    }
    var scenarios: [Scenario] = []
    for (index, element) in elements.enumerated() {
      let scenario = try TemplateMembers(element, at: .scenario(index), known: knownOfScenario)
      let name = try scenario.text("name")
      guard !scenarios.contains(where: { $0.name == name }) else {
        throw .malformedTemplate(scenario.path("name"), name, .repeated)
      }
      scenarios.append(
        Scenario(
          name: name,
          summary: try scenario.text("summary"),
          values: try values(scenario),
          required: try scenario.texts("required"),
          recommended: try scenario.texts("recommended")
        )
      )
    }
    return scenarios
  }

  private static func values(_ scenario: TemplateMembers) throws(CoreError) -> Options {
    let value = try scenario.required("values")
    guard case .object(let members) = value else {
      throw .malformedTemplate(scenario.path("values"), value.shown, .notAnObject)
    }
    var values: [String: String] = [:]
    values.reserveCapacity(members.count)
    for member in members {
      guard case .string(let text) = member.value else {
        throw .malformedTemplate(scenario.path("values.\(member.name)"), member.value.shown, .notText)
      }
      values[member.name] = text
    }
    return Options(values)
  }
}
