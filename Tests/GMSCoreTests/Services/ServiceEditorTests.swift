import GMSCore
import Testing

/// Changes of services: what they make, and what they refuse.
struct ServiceEditorTests {
  let editor = ServiceEditor()
  let start = Fixture.configuration

  @Test
  func createTakesTemplateThenScenarioThenOptions() throws {
    let made = try editor.create(
      "cb",
      template: "callback",
      scenario: "user-terminated-scheduled",
      options: ["_ttl": "60", "_business_hours_service": "New York", "_custom": "kept"],
      in: start
    )
    #expect(
      made.services["cb"] == [
        "_type": "ors", "_service": "callback", "_ttl": "60", "_provide_code": "false",
        "_call_direction": "USERTERMINATED", "_media_type": "voice", "_wait_for_agent": "true",
        "_wait_for_user_confirm": "false", "_userterminated_first_connect_party": "CUSTOMER",
        "_business_hours_service": "New York", "_custom": "kept",
      ]
    )
    var rest = made
    rest.services["cb"] = nil
    #expect(rest == start)
  }

  @Test
  func createWithoutScenarioHasOnlyWhatIsSaid() throws {
    let made = try editor.create(
      "Rome",
      template: "office-hours",
      options: ["_bh_regular1": "Mon-Fri 9:00-17:00"],
      in: start
    )
    #expect(
      made.services["Rome"] == [
        "_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Fri 9:00-17:00",
      ]
    )
  }

  /// Each scenario can be created with what it requires, and not without.
  @Test(arguments: TemplateCatalog.builtIn.templates.flatMap(\.scenarios).map(\.name))
  func createRefusesAScenarioWithoutWhatItRequires(scenario name: String) throws {
    let scenario = try TemplateCatalog.builtIn.template(named: "callback").scenario(named: name)
    let options = Options(
      Dictionary(uniqueKeysWithValues: scenario.required.map { ($0, "DNIS") })
    )
    let made = try editor.create("cb", template: "callback", scenario: name, options: options, in: start)
    try ConfigurationValidator().check(made)
    for option in scenario.required {
      let error = try #require(throws: CoreError.self) {
        try editor.create("cb", template: "callback", scenario: name, in: start)
      }
      #expect(error.code == .missingOption)
      #expect(error["option"] == option)
    }
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let name: String
    let change: @Sendable (ServiceEditor, Configuration) throws(CoreError) -> Configuration
    let code: CoreError.Code
    let sentence: String

    init(
      _ name: String,
      _ code: CoreError.Code,
      _ sentence: String,
      _ change: @escaping @Sendable (ServiceEditor, Configuration) throws(CoreError) -> Configuration
    ) {
      self.name = name
      self.change = change
      self.code = code
      self.sentence = sentence
    }

    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(
      "create: name taken",
      .serviceExists,
      "there is a service 'Places' already; take another name, or change that one"
    ) { editor, start throws(CoreError) in
      try editor.create("Places", template: "capacity", in: start)
    },
    Refusal(
      "create: bad name",
      .malformedServiceName,
      """
      'a/b' cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, \
      without $…$, and without a space at either end
      """
    ) { editor, start throws(CoreError) in try editor.create("a/b", template: "capacity", in: start) },
    Refusal(
      "create: no such template",
      .unknownTemplate,
      """
      there is no template 'capacitty'; known are office-hours, capacity, callback, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples; did you mean \
      'capacity'?
      """
    ) { editor, start throws(CoreError) in try editor.create("x", template: "capacitty", in: start) },
    Refusal(
      "create: no such scenario",
      .unknownScenario,
      "template 'capacity' has no scenario 'chat-delayed'; it has none"
    ) { editor, start throws(CoreError) in
      try editor.create("x", template: "capacity", scenario: "chat-delayed", in: start)
    },
    Refusal(
      "create: options of another template",
      .wrongTemplate,
      "service 'x' is of template 'office-hours'; this takes one of template 'capacity'"
    ) { editor, start throws(CoreError) in
      try editor.create("x", template: "capacity", options: ["_service": "office-hours"], in: start)
    },
    Refusal(
      "create: option name",
      .malformedOptionName,
      """
      'foo-foo' cannot name an option of service 'x'; write letters, digits, _ and $, no digit first, \
      and no word that ECMAScript reserves
      """
    ) { editor, start throws(CoreError) in
      try editor.create("x", template: "capacity", options: ["foo-foo": "1"], in: start)
    },
    Refusal(
      "create: caller without numbers",
      .missingOption,
      """
      option '_resource_group' of service 'x' is mandatory and cannot be missing; \
      it takes the name of a resource group
      """
    ) { editor, start throws(CoreError) in
      try editor.create("x", template: "callback", options: ["_call_direction": "USERORIGINATED"], in: start)
    },
    Refusal(
      "set: no such service",
      .unknownService,
      "there is no service 'Place'; did you mean 'Places'?"
    ) { editor, start throws(CoreError) in try editor.set(["_max_capacity": "5"], of: "Place", in: start) },
    Refusal(
      "set: bad value",
      .invalidOption,
      "option '_max_capacity' of service 'Places' is 'many'; write a whole number from 0 to 1000000"
    ) { editor, start throws(CoreError) in
      try editor.set(["_max_capacity": "many"], of: "Places", in: start)
    },
    Refusal(
      "set: maximum below a capacity",
      .capacityAboveMaximum,
      """
      the capacity '7' in option '_capacity_1' of service 'Places' is above the maximum of 6; lower it, \
      or raise '_max_capacity'
      """
    ) { editor, start throws(CoreError) in try editor.set(["_max_capacity": "6"], of: "Places", in: start) },
    Refusal(
      "set: reference to nothing",
      .unknownReference,
      """
      option '_business_hours_service' of service 'Scheduled' names service 'New Yrok', \
      which does not exist; did you mean 'New York'?
      """
    ) { editor, start throws(CoreError) in
      try editor.set(["_business_hours_service": "New Yrok"], of: "Scheduled", in: start)
    },
    Refusal(
      "set: cycle",
      .importCycle,
      """
      office hours import themselves: 'Federal USA Holidays' → 'New York' → 'Federal USA Holidays'; \
      take one of these imports away
      """
    ) { editor, start throws(CoreError) in
      try editor.set(["_import_schedules1": "New York"], of: "Federal USA Holidays", in: start)
    },
    Refusal(
      "set: another template under a user",
      .wrongTemplate,
      """
      option '_business_hours_service' of service 'Scheduled' names 'New York', \
      a service of template 'capacity'; name one of template 'office-hours'
      """
    ) { editor, start throws(CoreError) in try editor.set(["_service": "capacity"], of: "New York", in: start)
    },
    Refusal(
      "unset: mandatory",
      .missingOption,
      "option '_type' of service 'Places' is mandatory and cannot be missing; it takes builtin or built-in"
    ) { editor, start throws(CoreError) in try editor.unset(["_type"], of: "Places", in: start) },
    Refusal(
      "unset: mandatory with default",
      .missingOption,
      """
      option '_ttl' of service 'Scheduled' is mandatory and cannot be missing; \
      it takes a whole number of seconds of 1 or more
      """
    ) { editor, start throws(CoreError) in try editor.unset(["_ttl"], of: "Scheduled", in: start) },
    Refusal(
      "unset: not set",
      .optionNotSet,
      "option '_exception' of service 'Scheduled' is not set; did you mean '_exceptions'?"
    ) { editor, start throws(CoreError) in
      try editor.unset(["_exceptions", "_exception"], of: "Scheduled", in: start)
    },
    Refusal("delete: no such service", .unknownService, "there is no service 'Rome'; create it first") {
      editor,
      start throws(CoreError) in try editor.delete("Rome", in: start)
    },
    Refusal(
      "delete: used",
      .serviceInUse,
      "service 'New York' is used by 'Scheduled'; change or delete what uses it first"
    ) { editor, start throws(CoreError) in try editor.delete("New York", in: start) },
    Refusal(
      "rename: onto another",
      .serviceExists,
      "there is a service 'New York' already; take another name, or change that one"
    ) { editor, start throws(CoreError) in try editor.rename("Places", to: "New York", in: start) },
    Refusal("rename: no such service", .unknownService, "there is no service 'Rome'; create it first") {
      editor,
      start throws(CoreError) in try editor.rename("Rome", to: "Roma", in: start)
    },
    Refusal(
      "clone: onto another",
      .serviceExists,
      "there is a service 'Places' already; take another name, or change that one"
    ) { editor, start throws(CoreError) in try editor.clone("New York", as: "Places", in: start) },
    Refusal("clone: no such service", .unknownService, "there is no service 'Rome'; create it first") {
      editor,
      start throws(CoreError) in try editor.clone("Rome", as: "Roma", in: start)
    },
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let error = try #require(throws: CoreError.self) { try refusal.change(editor, start) }
    #expect(error.code == refusal.code)
    #expect(error.description == refusal.sentence)
  }

  @Test
  func setKeepsTheOthersAndUnsetTakesOnlyTheNamed() throws {
    let set = try editor.set(
      ["_holiday3": "01-01", "_holiday1": "12-26"],
      of: "Federal USA Holidays",
      in: start
    )
    #expect(
      set.services["Federal USA Holidays"] == [
        "_type": "builtin", "_service": "office-hours", "_holiday1": "12-26", "_holiday2": "07-04",
        "_holiday3": "01-01",
      ]
    )
    let unset = try editor.unset(["_holiday3", "_holiday2"], of: "Federal USA Holidays", in: set)
    #expect(
      unset.services["Federal USA Holidays"] == [
        "_type": "builtin", "_service": "office-hours", "_holiday1": "12-26",
      ]
    )
  }

  @Test
  func deleteTakesAServiceThatNobodyUses() throws {
    let end = try editor.delete("Scheduled", in: start)
    #expect(end.services.keys.sorted() == ["Federal USA Holidays", "New York", "Places"])
    #expect(try editor.delete("New York", in: end).services["New York"] == nil)
  }

  @Test
  func deleteNamesEachUserOnce() throws {
    let both = try editor.set(
      ["_import_rules2": "Federal USA Holidays", "_import_schedules1": "Federal USA Holidays"],
      of: "New York",
      in: try editor.create(
        "All",
        template: "office-hours",
        options: ["_import_rules1": "Federal USA Holidays"],
        in: start
      )
    )
    let error = try #require(throws: CoreError.self) { try editor.delete("Federal USA Holidays", in: both) }
    #expect(error.facts.last == .init("users", .array([.string("All"), .string("New York")])))
  }

  @Test
  func renameIsFollowedByEveryReference() throws {
    let renamed = try editor.rename("New York", to: "NY", in: start)
    #expect(renamed.services["New York"] == nil)
    #expect(renamed.services["NY"] == start.services["New York"])
    #expect(renamed.services["Scheduled"]?["_business_hours_service"] == "NY")
    try ConfigurationValidator().check(renamed)
    #expect(try editor.rename("NY", to: "New York", in: renamed) == start)
  }

  @Test
  func cloneIsASecondOne() throws {
    let cloned = try editor.clone("New York", as: "Boston", in: start)
    #expect(cloned.services["Boston"] == start.services["New York"])
    #expect(cloned.services.count == start.services.count + 1)
    try ConfigurationValidator().check(cloned)
  }
}
