import GMSCore
import Testing

struct ResourceEditorTests {
  private let editor = ResourceEditor()

  @Test
  func groupsComeGrowShrinkAndGo() throws {
    let made = try editor.create("GMS Resources", options: ["strategy": "local"], in: Fixture.configuration)
    #expect(made.resources["GMS Resources"] == ResourceGroup(options: ["strategy": "local"]))
    let full = try editor.add(["+1 650 466 0001", "5115", "*9#"], to: "GMS Resources", in: made)
    #expect(full.resources["GMS Resources"]?.numbers == ["+1 650 466 0001", "5115", "*9#"])
    let fewer = try editor.remove(
      ["+16504660001", "*9#", "+1-650-466-0001"],
      from: "GMS Resources",
      in: full
    )
    #expect(fewer.resources["GMS Resources"]?.numbers == ["5115"])
    #expect(try editor.delete("GMS Resources", in: fewer) == Fixture.configuration)
    #expect(try editor.delete("DNIS", in: Fixture.configuration).resources == [:])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let message: String
    let status: Int
    let edit: @Sendable (ResourceEditor, Configuration) throws -> Configuration

    init(
      _ name: String,
      _ status: Int,
      _ message: String,
      _ edit: @escaping @Sendable (ResourceEditor, Configuration) throws -> Configuration
    ) {
      self.name = name
      self.message = message
      self.status = status
      self.edit = edit
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      "an empty name",
      400,
      "'' cannot name a resource group; write 1 to 200 bytes of printable text without [, ] and /, and without a "
        + "space at either end"
    ) { try $0.create("", in: $1) },
    Case(
      "a name with a bracket",
      400,
      "'a]' cannot name a resource group; write 1 to 200 bytes of printable text without [, ] and /, and without "
        + "a space at either end"
    ) { try $0.create("a]", in: $1) },
    Case(
      "a name that exists",
      409,
      "there is a resource group 'DNIS' already; take another name, or change that one"
    ) { try $0.create("DNIS", in: $1) },
    Case(
      "a strategy that does not exist",
      400,
      "option 'strategy' of resource group 'new' is 'localy'; write random, round-robin, least-recently-used, "
        + "local or cluster; did you mean 'local'?"
    ) { try $0.create("new", options: ["strategy": "localy"], in: $1) },
    Case(
      "a booking time out of range",
      400,
      "option 'booking_expiration_timeout' of resource group 'new' is '4'; write a whole number of seconds from 5 "
        + "to 1800"
    ) { try $0.create("new", options: ["booking_expiration_timeout": "4"], in: $1) },
    Case(
      "numbers for no group",
      404,
      "there is no resource group 'DNI'; did you mean 'DNIS'?"
    ) { try $0.add(["1"], to: "DNI", in: $1) },
    Case(
      "a number that is none",
      400,
      "'abc' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces between "
        + "them"
    ) { try $0.add(["abc"], to: "DNIS", in: $1) },
    Case(
      "a number that the group has, written otherwise",
      400,
      "access number '650-466-3204' of resource group 'DNIS' stands in this group already; keep it once"
    ) { try $0.add(["650-466-3204"], to: "DNIS", in: $1) },
    Case(
      "a number twice",
      400,
      "access number '1' of resource group 'DNIS' stands in this group already; keep it once"
    ) { try $0.add(["1", "1"], to: "DNIS", in: $1) },
    Case(
      "a number of another group",
      400,
      "access number '6504663204' of resource group 'other' stands in resource group 'DNIS' already; keep it once"
    ) { try $0.add(["6504663204"], to: "other", in: $0.create("other", in: $1)) },
    Case(
      "a number that the group does not have",
      404,
      "resource group 'DNIS' has no number '6504663206'; did you mean '6504663204'?"
    ) { try $0.remove(["6504663206"], from: "DNIS", in: $1) },
    Case("a number far from all", 404, "resource group 'DNIS' has no number '911'") {
      try $0.remove(["911"], from: "DNIS", in: $1)
    },
    Case(
      "removing what is no number",
      400,
      "'' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces between them"
    ) { try $0.remove([""], from: "DNIS", in: $1) },
    Case("removing from no group", 404, "there is no resource group 'zzz'; create it first") {
      try $0.remove(["1"], from: "zzz", in: $1)
    },
    Case("deleting no group", 404, "there is no resource group 'zzz'; create it first") {
      try $0.delete("zzz", in: $1)
    },
    Case(
      "deleting a group in use",
      409,
      "resource group 'DNIS' is used by 'Scheduled', 'iPhone'; change or delete what uses it first"
    ) { editor, configuration in
      var used = configuration
      used.services["Scheduled"]?["_resource_group"] = "DNIS"
      used.services["iPhone"] = [
        "_type": "builtin", "_service": "request-interaction", "_resource_group": "DNIS",
      ]
      used.services["token"] = [
        "_type": "builtin", "_service": "request-interaction", "_resource_group": "$group$",
      ]
      return try editor.delete("DNIS", in: used)
    },
  ]

  @Test(arguments: cases)
  func isRefused(_ expected: Case) throws {
    let error = try #require(throws: CoreError.self) {
      try expected.edit(editor, Fixture.configuration)
    }
    #expect(error.description == expected.message)
    #expect(error.status == expected.status)
  }
}
