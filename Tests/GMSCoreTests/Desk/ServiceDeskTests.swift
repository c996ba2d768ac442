import GMSCore
import GMSTestSupport
import Testing

/// What the desk decides before any service runs.
struct ServiceDeskTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let service: String
    var parameters: Options = [:]
    let code: CoreError.Code
    let status: Int
    let sentence: String

    var testDescription: String { name }
  }

  private static let runs =
    "office-hours, capacity, request-interaction, request-access, match-interaction, request-chat, get, basic_get, "
    + "urs-stat"

  static let cases: [Case] = [
    Case(
      name: "a service that is not there",
      service: "Ofice",
      code: .unknownService,
      status: 404,
      sentence: "there is no service 'Ofice'; did you mean 'Office'?"
    ),
    Case(
      name: "a callback service",
      service: "support",
      parameters: ["_customer_number": "5115"],
      code: .serviceNotRun,
      status: 501,
      sentence:
        "service 'support' is of template 'callback', which cannot be run here; request one of template \(runs)"
    ),
    Case(
      name: "samples",
      service: "sample",
      code: .serviceNotRun,
      status: 501,
      sentence:
        "service 'sample' is of template 'samples', which cannot be run here; request one of template \(runs)"
    ),
    Case(
      name: "a parameter without a name",
      service: "Office",
      parameters: ["": "x"],
      code: .invalidParameter,
      status: 400,
      sentence: "'x' cannot be the parameter '' of service 'Office'; give a name of printable characters"
    ),
    Case(
      name: "a parameter whose name breaks the line",
      service: "request-chat",
      parameters: ["a\nb": "x"],
      code: .invalidParameter,
      status: 400,
      sentence:
        "'x' cannot be the parameter 'a\\nb' of service 'request-chat'; give a name of printable characters"
    ),
  ]

  @Test("refuses", arguments: cases)
  func refuses(_ test: Case) {
    let fixture = DeskFixture()
    let error = #expect(throws: CoreError.self) {
      try fixture.desk.request(test.service, test.parameters, DeskFixture.context())
    }
    #expect(error?.code == test.code)
    #expect(error?.status == test.status)
    #expect(error?.description == test.sentence)
    #expect(fixture.sequence == 0)
  }

  @Test("a token without its parameter is refused before the service runs")
  func token() throws {
    let fixture = DeskFixture(["LoadBalancer-checker": ["zone": "$zone$"]])
    #expect(
      try fixture.answer("LoadBalancer-checker", ["zone": "eu"])
        == #"200 {"custom_parameter_1":"value1","custom_parameter_2":"value2","zone":"eu"}"#
    )
    let error = #expect(throws: CoreError.self) {
      try fixture.desk.request("LoadBalancer-checker", [:], DeskFixture.context())
    }
    #expect(error?.code == .tokenWithoutValue)
  }

  @Test(
    "services that change nothing write nothing",
    arguments: ["LoadBalancer-checker", "basic_get", "my-urs-stat", "Office", "Places"]
  )
  func reads(_ service: String) throws {
    let fixture = DeskFixture()
    _ = try fixture.answer(service)
    #expect(fixture.sequence == 0)
  }

  @Test(
    "a node that is SHUTDOWN takes no request, another one does",
    arguments: DeskFixture.services.keys.sorted()
  )
  func shutdown(_ service: String) throws {
    let fixture = DeskFixture()
    try NodeRegistry(store: fixture.store).set(.shutdown, DeskFixture.context(node: 2))
    let error = #expect(throws: CoreError.self) {
      try fixture.desk.request(service, [:], DeskFixture.context(node: 2))
    }
    #expect(error?.code == .nodeShutDown)
    #expect(fixture.sequence == 1)
    guard service != "support", service != "sample" else { return }
    #expect(try fixture.answer(service, [:], DeskFixture.context(node: 3)).hasPrefix("200 {"))
  }

  @Test("an answer that is not 200 can be told as an error")
  func failure() {
    #expect(ServiceResponse(.object([])).failure(of: "a") == nil)
    #expect(ServiceResponse(status: 404, .object([])).failure(of: "a")?.category == .notFound)
    #expect(ServiceResponse(status: 503, .object([])).failure(of: "a")?.category == .refused)
    #expect(
      ServiceResponse(status: 204, .object([])).failure(of: "a")?.description == "service 'a' answered 204"
    )
  }
}
