import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Faults of configurations that an attack found; each has a test by its name.
struct FoundByAttackTests {
  private func company() throws -> Configuration {
    var configuration = Configuration()
    for name in ["a", "b", "c"] {
      configuration.services[name] = ["_type": "ors", "_service": "callback"]
    }
    configuration.services["a"]?["_paused_services_list"] = "b,c"
    return configuration
  }

  @Test func aRenameThatAListCannotHoldIsRefused() throws {
    let configuration = try company()
    let error = #expect(throws: CoreError.self) {
      try ServiceEditor().rename("b", to: "x,y", in: configuration)
    }
    #expect(error?.code == .unknownReference)
    let renamed = try ServiceEditor().rename("b", to: "x y", in: configuration)
    #expect(renamed.services["a"]?["_paused_services_list"] == "x y, c")
    try ConfigurationValidator().check(renamed)
  }

  @Test(arguments: ["x$y$z", "$a$", "a$_1$"]) func aNameThatHoldsATokenIsRefused(name: String) throws {
    let error = #expect(throws: CoreError.self) { try ServiceName(name) }
    #expect(error == CoreError(.malformedServiceName, ["value": name]))
    #expect(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(resources: [name: ResourceGroup()]))
    }
  }

  @Test(arguments: ["$", "a$b", "5 $ or $$"]) func aDollarSignAloneIsNoToken(name: String) throws {
    #expect(try ServiceName(name).text == name)
  }

  @Test func aChainOfImportsMayBeLong() throws {
    var others: [String: OfficeHours] = [:]
    let count = 20_000
    for number in 1...count {
      var hours = OfficeHours(timeZone: "UTC")
      if number < count { hours.ruleImports = ["h\(number + 1)"] }
      if number == count { hours.regularHours = [try RegularHours("Mon 09:00-10:00")] }
      others["h\(number)"] = hours
    }
    var root = OfficeHours(timeZone: "UTC")
    root.ruleImports = ["h1"]
    let calendar = try root.compiled(named: "root", importing: others)
    #expect(calendar.isOpen(at: instant("2026-11-23T09:30:00Z")))
    others["h\(count)"]?.ruleImports = ["h1"]
    let error = #expect(throws: CalendarError.self) { try root.compiled(named: "root", importing: others) }
    #expect(error?.code == .importCycle)
    #expect(error?.path.count == count + 1)
  }

  @Test func whatAScenarioRequiresIsNamed() throws {
    let template = Template(
      name: "weather",
      type: "ors",
      service: "weather",
      summary: "The weather.",
      options: [
        OptionDefinition(.exact("_city"), .optional, .text, category: .general, "Where."),
        OptionDefinition(
          .exact("_days"),
          .optional,
          .integer(1...9),
          default: "3",
          category: .general,
          "How far."
        ),
      ],
      scenarios: [Scenario(name: "short", summary: "Few days.", values: [:], required: ["_city", "_days"])]
    )
    let editor = ServiceEditor(catalog: try TemplateCatalog.builtIn.adding(template))
    let error = #expect(throws: CoreError.self) {
      try editor.create("w", template: "weather", scenario: "short", in: Configuration())
    }
    #expect(
      error?.description
        == "option '_city' of service 'w' is mandatory and cannot be missing; it takes text"
    )
    let made = try editor.create(
      "w",
      template: "weather",
      scenario: "short",
      options: ["_city": "Oslo"],
      in: Configuration()
    )
    #expect(made.services["w"]?["_city"] == "Oslo")
  }

  @Test func aNameThatIsTakenAwayTwiceGoesOnce() throws {
    let configuration = Configuration(
      services: ["a": ["_type": "ors", "_service": "callback", "zz": "1"]],
      patterns: ["p": ["x": "1", "y": "2"]]
    )
    #expect(try ServiceEditor().unset(["zz", "zz"], of: "a", in: configuration).services["a"]?["zz"] == nil)
    #expect(try PatternEditor().unset(["x", "x"], of: "p", in: configuration).patterns["p"] == ["y": "2"])
  }

  @Test func aSuggestionIsNeverTheNameItself() throws {
    let template = try TemplateCatalog.builtIn.template(named: "office-hours")
    let name = "_bh_regular99999999999999999999"
    #expect(template.definition(of: name) == nil)
    #expect(template.nearestOption(to: name) != name)
  }

  @Test(arguments: ["A@S.GA;B@S.GA", "A;B@S.GA"]) func severalTargetsInOneAreRefused(text: String) {
    let error = #expect(throws: CoreError.self) { try RoutingTarget(text) }
    #expect(error?.code == .malformedTarget)
  }

  @Test func aGroupHasItsNumbersOnlyAsNumbers() {
    let error = #expect(throws: CoreError.self) {
      try ResourceEditor().create("G", options: ["numbers": "5"], in: Configuration())
    }
    #expect(error?.code == .invalidOption)
    #expect(
      error?.description
        == "option 'numbers' of resource group 'G' is '5'; write nothing here: numbers are added to a group that "
        + "is there"
    )
  }

  @Test func aNumberThatIsTooLargeIsToldTheBound() throws {
    let error = #expect(throws: CoreError.self) {
      try ServiceEditor().create(
        "s",
        template: "callback",
        options: ["_ttl": "2147483648"],
        in: Configuration()
      )
    }
    #expect(error?.description.contains("and at most 2147483647") == true)
  }
}
