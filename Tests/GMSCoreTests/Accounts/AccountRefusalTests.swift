import GMSCore
import Testing

/// Accounts that are refused: the whole message, on every way by which one can be written.
struct AccountRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let options: Options
    let code: CoreError.Code
    let message: String
    var testDescription: String { "\(options.dictionary)" }

    init(_ options: Options, _ code: CoreError.Code, _ message: String) {
      self.options = options
      self.code = code
      self.message = message
    }
  }

  static let listOfRoles =
    "; write names with commas between them, each one of Supervisor, Administrator or CallbackReadOnly"
  static let listOfServices =
    "; write names of services with commas between them, none twice, or one group's name"
  static let roles = ", which does not exist; write Supervisor, Administrator or CallbackReadOnly"

  static let cases: [Case] = [
    Case(
      ["roles": "Supervizor"],
      .unknownRole,
      "account 'kate' names the role 'Supervizor'\(roles); did you mean 'Supervisor'?"
    ),
    Case(
      ["roles": "supervisor"],
      .unknownRole,
      "account 'kate' names the role 'supervisor'\(roles); did you mean 'Supervisor'?"
    ),
    Case(
      ["roles": "Supervisor, Janitor"],
      .unknownRole,
      "account 'kate' names the role 'Janitor'\(roles)"
    ),
    Case(
      ["roles": "Supervisor Administrator"],
      .unknownRole,
      "account 'kate' names the role 'Supervisor Administrator'\(roles)"
    ),
    Case(
      ["roles": "Supervisor,,Administrator"],
      .invalidOption,
      "option 'roles' of account 'kate' is 'Supervisor,,Administrator'\(listOfRoles)"
    ),
    Case(
      ["roles": "Supervisor,"],
      .invalidOption,
      "option 'roles' of account 'kate' is 'Supervisor,'\(listOfRoles)"
    ),
    Case(
      [
        "roles": "Supervisor,Supervisor"
      ],
      .invalidOption,
      "option 'roles' of account 'kate' is 'Supervisor,Supervisor'\(listOfRoles)"
    ),
    Case(["roles": " "], .invalidOption, "option 'roles' of account 'kate' is ' '\(listOfRoles)"),
    Case(
      ["services": ","],
      .invalidOption,
      "option 'services' of account 'kate' is ','\(listOfServices)"
    ),
    Case(
      ["services": " "],
      .invalidOption,
      "option 'services' of account 'kate' is ' '\(listOfServices)"
    ),
    Case(
      ["services": "callback-sales,callback-sales"],
      .invalidOption,
      "option 'services' of account 'kate' is 'callback-sales,callback-sales'\(listOfServices)"
    ),
    Case(
      ["services": "callback-sale"],
      .unknownReference,
      "option 'services' of account 'kate' names service or group 'callback-sale', which does not exist; "
        + "did you mean 'callback-sales'?"
    ),
    Case(
      ["services": "suport"],
      .unknownReference,
      "option 'services' of account 'kate' names service or group 'suport', which does not exist; "
        + "did you mean 'support'?"
    ),
    Case(
      ["services": "callback-sales, moon"],
      .unknownReference,
      "option 'services' of account 'kate' names service or group 'moon', which does not exist; "
        + "create it first"
    ),
    Case(
      ["services": "support,moon"],
      .unknownReference,
      "option 'services' of account 'kate' names service or group 'moon', which does not exist; "
        + "create it first"
    ),
    Case(
      ["services": "support,seasonal"],
      .tooManyGroups,
      "option 'services' of account 'kate' names the groups 'support', 'seasonal'; an account can have one "
        + "group, so give the services one that they share"
    ),
    Case(
      ["services": "support,seasonal,callback-sales"],
      .tooManyGroups,
      "option 'services' of account 'kate' names the groups 'support', 'seasonal'; an account can have one "
        + "group, so give the services one that they share"
    ),
    Case(
      ["services": "callback-sales,support"],
      .groupAmongServices,
      "option 'services' of account 'kate' names the group 'support' beside other names; write the group "
        + "alone, or services only"
    ),
    Case(
      ["services": "support,callback-support"],
      .groupAmongServices,
      "option 'services' of account 'kate' names the group 'support' beside other names; write the group "
        + "alone, or services only"
    ),
  ]

  @Test(arguments: cases)
  func everyWayToWriteRefuses(_ expected: Case) {
    let configuration = CallCentre.with("kate", expected.options)
    func check(_ what: Comment, _ body: () throws -> Void) {
      let error = #expect(throws: CoreError.self, what) { try body() }
      #expect(error?.code == expected.code, what)
      #expect(error?.description == expected.message, what)
      #expect(error?["account"] == "kate", what)
      #expect(error?.category == .refused, what)
    }
    check("the permissions") { _ = try Permissions(of: "kate", in: configuration) }
    check("the validator") { try ConfigurationValidator().check(configuration) }
    check("the editor") {
      _ = try AccountEditor().set(expected.options, of: "kate", in: CallCentre.configuration)
    }
    check("the editor, of an account that was sound") {
      _ = try AccountEditor().set(
        expected.options,
        of: "kate",
        in: CallCentre.with("kate", ["roles": "Supervisor", "services": "support"])
      )
    }
  }

  @Test(arguments: ["", " kate", "kate ", "a/b", "[kate]", "ka\nte", String(repeating: "k", count: 201)])
  func names(_ name: String) {
    let error = #expect(throws: CoreError.self) {
      _ = try AccountEditor().set(["roles": "Supervisor"], of: name, in: Configuration())
    }
    #expect(error?.code == .malformedAccountName)
    #expect(
      error?.description.hasSuffix(
        "cannot name an account; write 1 to 200 bytes of printable text without [, ] and /, and without a "
          + "space at either end"
      ) == true
    )
    #expect(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(accounts: [name: ["roles": "Supervisor"]]))
    }
  }

  @Test func anAccountThatDoesNotExist() {
    let configuration = CallCentre.with("kate", ["roles": "Supervisor"])
    for (name, message) in [
      ("kat", "there is no account 'kat'; did you mean 'kate'?"),
      ("", "there is no account ''; create it first"),
      ("somebody", "there is no account 'somebody'; create it first"),
    ] {
      for body in [
        { _ = try Permissions(of: name, in: configuration) },
        { _ = try Account(name, in: configuration) },
        { _ = try AccountEditor().delete(name, in: configuration) },
      ] as [() throws -> Void] {
        let error = #expect(throws: CoreError.self) { try body() }
        #expect(error?.code == .unknownAccount)
        #expect(error?.description == message)
        #expect(error?.category == .notFound)
      }
    }
  }

  /// The first wrong account in natural order is told, whatever the dictionary's order.
  @Test func theFirstAccountIsTold() {
    var configuration = CallCentre.with("kate10", ["roles": "x"])
    configuration.accounts["kate9"] = ["roles": "y"]
    configuration.accounts["kate2"] = ["roles": "Supervisor"]
    let error = #expect(throws: CoreError.self) { try ConfigurationValidator().check(configuration) }
    #expect(error?["account"] == "kate9")
  }
}
