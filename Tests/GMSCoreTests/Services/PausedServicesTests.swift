import GMSCore
import Testing

/// The list of paused services, and the editor's change of it.
struct PausedServicesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let list: String?
    let names: [String]
    var testDescription: String { list ?? "no list" }
  }

  static let cases = [
    Case(list: nil, names: []), Case(list: "", names: []), Case(list: "a", names: ["a"]),
    Case(list: " a ,b c,  d", names: ["a", "b c", "d"]),
    // What the validator refuses pauses nobody.
    Case(list: "a,,b", names: []), Case(list: ",", names: []),
  ]

  @Test(arguments: cases)
  func readsTheList(_ expected: Case) {
    let section = expected.list.map { ["_paused_services_list": $0] as Options }
    #expect(PausedServices(section).names == expected.names)
    var configuration = Configuration()
    configuration.options["callback"] = section
    #expect(PausedServices(configuration).names == expected.names)
    #expect(PausedServices(section).contains("a") == expected.names.contains("a"))
    #expect(!PausedServices(section).contains("A"))
  }

  @Test func theEditorKeepsWhatElseIsThere() throws {
    let editor = ServiceEditor()
    var start = Configuration()
    for name in ["a", "b", "c"] { start = try editor.create(name, template: "callback", in: start) }
    start.options["callback"] = ["returned-keys": "lob", "_paused_services_list": "b"]
    let paused = try editor.setPaused(true, "a", in: start)
    #expect(paused.options["callback"] == ["returned-keys": "lob", "_paused_services_list": "b, a"])
    #expect(try editor.setPaused(true, "a", in: paused) == paused)
    #expect(try editor.setPaused(false, "c", in: paused) == paused)
    let resumed = try editor.setPaused(false, "a", in: paused)
    #expect(resumed.options["callback"] == ["returned-keys": "lob", "_paused_services_list": "b"])
    let none = try editor.setPaused(false, "b", in: resumed)
    #expect(none.options["callback"] == ["returned-keys": "lob"])
    #expect(none.services == start.services)
    try ConfigurationValidator().check(paused)
  }

  @Test func anEmptySectionGoes() throws {
    let start = try ServiceEditor().create("a", template: "callback", in: Configuration())
    let paused = try ServiceEditor().setPaused(true, "a", in: start)
    #expect(try ServiceEditor().setPaused(false, "a", in: paused) == start)
  }
}
