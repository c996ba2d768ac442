import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Bad requests to the access services: the whole message, and nothing written.
struct AccessRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let service: String
    let parameters: Options
    let message: String
    let status: Int

    init(_ service: String, _ parameters: Options, status: Int = 400, _ message: String) {
      self.service = service
      self.parameters = parameters
      self.message = message
      self.status = status
    }

    var testDescription: String {
      "\(service) \(parameters.sorted.map { "\($0.name)=\($0.value.prefix(40))" })"
    }
  }

  static let unknownID = "1-00000000-0000-0000-0000-000000000000"
  static let cases: [Case] = [
    Case(
      "interaction",
      [:],
      "the parameter '_resource_group' of service 'interaction' is missing; give the name of a resource group"
    ),
    Case(
      "interaction",
      ["_resource_group": ""],
      "the parameter '_resource_group' of service 'interaction' is missing; give the name of a resource group"
    ),
    Case(
      "interaction",
      ["_resource_group": "DNI"],
      "'DNI' cannot be the parameter '_resource_group' of service 'interaction'; give the name of a resource "
        + "group; did you mean 'DNIS'?"
    ),
    Case(
      "interaction",
      ["_resource_group": "empty"],
      status: 503,
      "resource group 'empty' has no numbers to give out; add some first"
    ),
    Case(
      "interaction",
      ["_resource_group": "random", "_provide_code": "maybe"],
      "option '_provide_code' of service 'interaction' is 'maybe'; write true or false"
    ),
    Case(
      "interaction",
      ["_resource_group": "random", "_provide_code": "true", "_access_code_length": "16"],
      "an access code cannot have '16' digits; write a whole number from 1 to 15"
    ),
    Case(
      "interaction",
      ["_resource_group": "random", "_pool_health": "yes"],
      "'yes' cannot be the parameter '_pool_health' of service 'interaction'; give true or false"
    ),
    Case(
      "interaction",
      ["_resource_group": "random", "_phone_number": String(repeating: "5", count: 65)],
      "'\(String(repeating: "5", count: 65))' cannot be the parameter '_phone_number' of service 'interaction'; "
        + "give a phone number of at most 64 bytes"
    ),
    Case(
      "interaction",
      ["_resource_group": "random", "a/b": "1"],
      "'a/b' cannot be a key of stored data; write 1 to 200 bytes of text without / and control characters"
    ),
    Case(
      "patient",
      ["_resource_group": "random", "_ttl": "0"],
      "option '_ttl' of service 'patient' is '0'; write a whole number of seconds of 1 or more"
    ),
    Case(
      "request-access",
      ["_resource_group": "DNIS"],
      "the parameter '_id' of service 'request-access' is missing; give the id of a running service"
    ),
    Case(
      "request-access",
      ["_id": .init(unknownID), "_resource_group": "DNIS"],
      status: 404,
      "there is no running service '\(unknownID)'; it was never there, was taken away, or is long over"
    ),
    Case(
      "request-access",
      ["_id": "x"],
      status: 404,
      "there is no running service 'x'; it was never there, was taken away, or is long over"
    ),
    Case(
      "match",
      [:],
      "the parameter '_access_number' of service 'match' is missing; give the number that was called"
    ),
    Case(
      "match",
      ["_access_number": "DNIS"],
      "'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces between them"
    ),
    Case("match", ["_access_number": "1"], status: 404, "no booking fits this call on access number '1'"),
    Case(
      "match",
      ["_access_number": "1", "_return_multiple_matches": "true"],
      status: 404,
      "no booking fits this call on access number '1'"
    ),
    Case(
      "match",
      ["_access_number": "1", "_return_multiple_matches": "all"],
      "option '_return_multiple_matches' of service 'match' is 'all'; write true or false"
    ),
    Case(
      "match",
      ["_access_number": "1", "_return_data": "1"],
      "option '_return_data' of service 'match' is '1'; write true or false"
    ),
    Case(
      "match",
      ["_access_number": "1", "_return_user_data": "TRUE"],
      "option '_return_user_data' of service 'match' is 'TRUE'; write true or false; did you mean 'true'?"
    ),
    Case(
      "match",
      ["_access_number": "1", "_delete_service": "no"],
      "option '_delete_service' of service 'match' is 'no'; write true or false"
    ),
    Case(
      "match",
      ["_access_number": "1", "_access_code": "12x"],
      status: 404,
      "no booking fits this call on access number '1' with access code '12x'"
    ),
  ]

  @Test(arguments: cases)
  func isRefusedAndWritesNothing(_ expected: Case) throws {
    try AccessCompany.run { company in
      let error = try #require(throws: CoreError.self) {
        try company.ask(expected.service, expected.parameters)
      }
      #expect(error.description == expected.message)
      #expect(error.status == expected.status)
      #expect(try company.counts() == [0, 0, 0])
      #expect(try company.store.read { $0.sequence } == 0)
    }
  }

  /// The configured group of a service can only go behind its back, as a group in use cannot be deleted.
  @Test
  func aConfiguredGroupThatIsNotThereIsNamed() throws {
    var configuration = AccessCompany.configuration
    configuration.services["iPhoneService"]?["_resource_group"] = "DNISS"
    try AccessCompany.run(configuration) { company in
      #expect(
        company.refusal("iPhoneService", ["_resource_group": "DNIS"])
          == "option '_resource_group' of service 'iPhoneService' names resource group 'DNISS', which does not "
          + "exist; did you mean 'DNIS'?"
      )
      let id = try company.ask("interaction", ["_resource_group": "DNIS"]).text("_id")
      #expect(
        company.refusal("request-access", ["_id": id])
          == "option '_resource_group' of service 'request-access' names resource group 'GMS_Resources', which "
          + "does not exist; create it first",
        "the default of the template"
      )
    }
  }

  @Test
  func whatIsConfiguredBeatsWhatIsAsked() throws {
    try AccessCompany.run { company in
      let answer = try company.ask(
        "iPhoneService",
        ["_resource_group": "DNIS", "_provide_code": "true", "_ttl": "5"]
      )
      #expect(answer.text("_access_number") == "6504664199")
      #expect(answer["_access_code"] == nil)
      let instance = try company.desk.instance(answer.text("_id"), AccessCompany.context())
      #expect(instance.expires == AccessCompany.now + 7200)
    }
  }

  @Test
  func aPrefixThatCannotBeIsTold() throws {
    var configuration = AccessCompany.configuration
    configuration.options["node"] = ["access_code_prefix_1": "x"]
    try AccessCompany.run(configuration) { company in
      #expect(
        company.refusal("interaction", ["_resource_group": "random", "_provide_code": "true"])
          == "'x' cannot begin access codes; write one digit such as 7, or a range such as 7-9"
      )
    }
  }
}
