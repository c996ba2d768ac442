import GMSCore
import GMSTestSupport
import Testing

/// Random changes: each is refused, or leaves a configuration that the validator takes.
struct ServiceEditorPropertyTests {
  typealias Generator = SeededGenerator

  /// A beginning in which each kind of reference is there, so that changes have something to break.
  static let start = Configuration(
    services: [
      "A": ["_type": "builtin", "_service": "office-hours"],
      "B": ["_type": "builtin", "_service": "office-hours", "_import_rules1": "A"],
      "C": ["_type": "builtin", "_service": "capacity"],
      "D": [
        "_type": "ors", "_service": "callback", "_business_hours_service": "B", "_capacity_service": "C",
      ],
    ],
    resources: ["DNIS": ResourceGroup(numbers: ["650"])]
  )

  static let names = ["A", "B", "C", "D", "E", "F", "a/b"]
  static let settings: [(option: String, values: [String])] = [
    ("_import_rules1", ["A", "B", "C", "D", "E", "none", ""]),
    ("_import_schedules1", ["A", "B", "C", "D", "E", "$office$"]),
    ("_business_hours_service", ["A", "B", "C", "D"]),
    ("_capacity_service", ["A", "B", "C", "D", ""]),
    ("_capacity_1", [#"{"1":{"0900":5}}"#, #"{"1":{"0900":50}}"#, #"{"2":{}}"#, "{"]),
    ("_capacity_monday", [#"{"1":{}}"#, "{}"]),
    ("_max_capacity", ["10", "100", "-1"]),
    ("_bh_regular1", ["Mon-Fri 9:00-17:00", "Mon-Fri 9-17"]),
    ("_call_direction", ["USERORIGINATED", "USERTERMINATED", "BOTH"]),
    ("_resource_group", ["DNIS", "none", ""]),
    ("_media_type", ["voice", "chat"]),
    // More than once, so that templates change under those who refer to them.
    ("_service", ["office-hours", "capacity"]),
    ("_service", ["office-hours", "capacity", "callback"]),
    ("_service", ["capacity"]),
    ("_type", ["builtin", "built-in", "ors"]),
    ("_ttl", ["60", "soon"]),
    ("foo.foo", ["x"]),
    ("_own", ["x", ""]),
  ]
  static let templates = ["office-hours", "capacity", "callback", "none"]
  static let scenarios: [String?] = [nil, nil, "user-terminated-scheduled", "user-originated-immediate"]

  @Test(arguments: 1...8)
  func whatIsValidStaysValid(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let editor = ServiceEditor()
    let validator = ConfigurationValidator()
    var configuration = Self.start
    var done: [String: Int] = [:]
    var refused: [String: Int] = [:]
    for step in 0..<600 {
      // From time to time from the beginning: a walk left alone ends among services that nobody uses.
      if step.isMultiple(of: 30) { configuration = Self.start }
      let kind =
        ["create", "create", "set", "set", "set", "unset", "delete", "rename", "clone"]
        .randomElement(using: &generator) ?? ""
      do throws(CoreError) {
        let before = configuration
        configuration = try change(kind, configuration, editor, &generator)
        done[kind, default: 0] += 1
        #expect(validator.findings(configuration).allSatisfy { !isRefusal($0) }, "seed \(seed), step \(step)")
        if kind == "rename" { #expect(configuration.services.count == before.services.count) }
        do throws(CoreError) {
          try validator.check(configuration)
        } catch {
          Issue.record("seed \(seed), step \(step), \(kind): \(error)")
        }
      } catch {
        refused[kind, default: 0] += 1
        #expect(error.category == .refused || error.category == .notFound)
        #expect(!error.description.isEmpty)
      }
    }
    // The walk means something only when each kind of change both passed and was refused.
    #expect(Set(done.keys) == ["create", "set", "unset", "delete", "rename", "clone"])
    #expect(Set(refused.keys) == Set(done.keys))
  }

  private func change(
    _ kind: String,
    _ configuration: Configuration,
    _ editor: ServiceEditor,
    _ generator: inout Generator
  ) throws(CoreError) -> Configuration {
    let name = Self.names.randomElement(using: &generator) ?? ""
    let other = Self.names.randomElement(using: &generator) ?? ""
    var options: Options = [:]
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      guard let setting = Self.settings.randomElement(using: &generator) else { continue }
      options[setting.option] = setting.values.randomElement(using: &generator)
    }
    switch kind {
    case "create":
      return try editor.create(
        name,
        template: Self.templates.randomElement(using: &generator) ?? "",
        scenario: Self.scenarios.randomElement(using: &generator) ?? nil,
        options: options,
        in: configuration
      )
    case "set": return try editor.set(options, of: name, in: configuration)
    case "unset":
      let set = configuration.services[name]?.names ?? []
      return try editor.unset([set.randomElement(using: &generator) ?? "_own"], of: name, in: configuration)
    case "delete": return try editor.delete(name, in: configuration)
    case "rename": return try editor.rename(name, to: other, in: configuration)
    default: return try editor.clone(name, as: other, in: configuration)
    }
  }

  private func isRefusal(_ finding: OptionFinding) -> Bool {
    if case .refused = finding.kind { true } else { false }
  }
}
