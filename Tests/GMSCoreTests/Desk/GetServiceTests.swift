import GMSCore
import GMSTestSupport
import Testing

/// `get` and `basic_get`, with the requests and answers that GMS's documents show.
struct GetServiceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let service: String
    var options: Options = [:]
    var parameters: Options = [:]
    var node: NodeStatus?
    let answer: String

    var testDescription: String { name }
  }

  private static let values = #"{"custom_parameter_1":"value1","custom_parameter_2":"value2"}"#

  private static func error(_ status: Int, _ message: String, _ phrase: String) -> String {
    #"\#(status) {"exception":"ServiceException","message":"\#(message)","code":\#(status),"phrase":"\#(phrase)"}"#
  }

  static let cases: [Case] = [
    Case(
      name: "a node that nobody has set is ONLINE",
      service: "LoadBalancer-checker",
      answer: "200 \(values)"
    ),
    Case(name: "ONLINE", service: "LoadBalancer-checker", node: .online, answer: "200 \(values)"),
    Case(
      name: "OFFLINE",
      service: "LoadBalancer-checker",
      node: .offline,
      answer: error(503, "node 1 is OFFLINE", "SERVICE_UNAVAILABLE")
    ),
    Case(
      name: "a code for OFFLINE",
      service: "LoadBalancer-checker",
      options: ["_offline_code": "404"],
      node: .offline,
      answer: error(404, "node 1 is OFFLINE", "NOT_FOUND")
    ),
    Case(
      name: "OFFLINE may answer 200",
      service: "LoadBalancer-checker",
      options: ["_offline_code": "200"],
      node: .offline,
      answer: "200 \(values)"
    ),
    Case(
      name: "a node taken out by its configuration",
      service: "LoadBalancer-checker",
      options: ["_online_code": "503"],
      answer: error(503, "node 1 is ONLINE", "SERVICE_UNAVAILABLE")
    ),
    Case(
      name: "a code below 400 that is not 200 has an empty body",
      service: "LoadBalancer-checker",
      options: ["_online_code": "204"],
      answer: "204 {}"
    ),
    Case(
      name: "a request chooses no code and adds no value",
      service: "LoadBalancer-checker",
      parameters: ["_online_code": "404", "_offline_code": "404", "mine": "x", "custom_parameter_1": "y"],
      answer: "200 \(values)"
    ),
    Case(
      name: "an empty value is answered",
      service: "LoadBalancer-checker",
      options: ["custom_parameter_2": ""],
      answer: #"200 {"custom_parameter_1":"value1","custom_parameter_2":""}"#
    ),
    Case(name: "basic_get", service: "basic_get", answer: #"200 {"result":"200","error_code":"200 OK"}"#),
    Case(
      name: "basic_get with more values",
      service: "basic_get",
      options: ["another": "1", "zone": "eu", "_hidden": "x"],
      answer: #"200 {"result":"200","error_code":"200 OK","another":"1","zone":"eu"}"#
    ),
    Case(
      name: "basic_get, whose request says nothing",
      service: "basic_get",
      parameters: ["result": "404", "error_code": "x"],
      answer: #"200 {"result":"200","error_code":"200 OK"}"#
    ),
    Case(
      name: "basic_get, not found",
      service: "basic_get",
      options: ["result": "404", "error_code": "404 Not Found"],
      answer: error(404, "404 Not Found", "NOT_FOUND")
    ),
    Case(
      name: "basic_get, forbidden without a text",
      service: "basic_get",
      options: ["result": "403", "error_code": ""],
      answer: error(403, "service 'basic_get' answers 403", "FORBIDDEN")
    ),
    Case(
      name: "basic_get does not look at the node",
      service: "basic_get",
      node: .offline,
      answer: #"200 {"result":"200","error_code":"200 OK"}"#
    ),
  ]

  @Test(arguments: cases)
  func answers(_ test: Case) throws {
    let fixture = DeskFixture([test.service: test.options])
    if let status = test.node {
      try NodeRegistry(store: fixture.store).set(status, DeskFixture.context())
    }
    #expect(try fixture.answer(test.service, test.parameters) == test.answer)
  }

  @Test("two nodes answer each for itself")
  func twoNodes() throws {
    let fixture = DeskFixture()
    let nodes = NodeRegistry(store: fixture.store)
    try nodes.set(.offline, DeskFixture.context(node: 2))
    #expect(try fixture.answer("LoadBalancer-checker", [:], DeskFixture.context(node: 1)).hasPrefix("200 "))
    #expect(try fixture.answer("LoadBalancer-checker", [:], DeskFixture.context(node: 2)).hasPrefix("503 "))
    // OFFLINE is for the load balancer alone: every other service is run.
    #expect(try fixture.answer("Office", [:], DeskFixture.context(node: 2)).hasPrefix("200 "))
    try nodes.set(.online, DeskFixture.context(node: 2))
    #expect(try fixture.answer("LoadBalancer-checker", [:], DeskFixture.context(node: 2)).hasPrefix("200 "))
  }

  @Test(
    "a status that is none is refused",
    arguments: [
      ("LoadBalancer-checker", "_online_code", "0"), ("LoadBalancer-checker", "_online_code", "600"),
      ("LoadBalancer-checker", "_online_code", "200 OK"), ("basic_get", "result", "fine"),
      ("basic_get", "result", "-200"),
    ]
  )
  func malformed(_ service: String, _ option: String, _ value: String) {
    let fixture = DeskFixture([service: [option: value]])
    let error = #expect(throws: CoreError.self) { try fixture.answer(service) }
    #expect(
      error?.description
        == "option '\(option)' of service '\(service)' is '\(value)'; write a whole number from 100 to 599"
    )
  }

  @Test("basic_get needs a result")
  func missing() {
    let fixture = DeskFixture(["basic_get": ["result": ""]])
    let error = #expect(throws: CoreError.self) { try fixture.answer("basic_get") }
    #expect(
      error?.description
        == "option 'result' of service 'basic_get' is mandatory and cannot be missing; it takes a whole number from "
        + "100 to 599"
    )
  }
}
