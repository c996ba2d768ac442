import GMSCore
import GMSTestSupport
import Testing

/// Requests on behalf of accounts.
struct DeskAuthorityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let service: String
    let account: String
    /// The code of the refusal; nil where the service is run.
    let code: CoreError.Code?

    var testDescription: String { "\(account) requests \(service)" }
  }

  static let cases: [Case] = [
    Case(service: "Office", account: "reader", code: nil),
    Case(service: "my-urs-stat", account: "reader", code: .notPermitted),
    Case(service: "request-chat", account: "reader", code: .notPermitted),
    Case(service: "match", account: "reader", code: .notPermitted),
    Case(service: "match", account: "supervisor", code: .notPermitted),
    Case(service: "Office", account: "office", code: nil),
    Case(service: "Places", account: "office", code: .notPermitted),
    // To one who may not see it, a service that is there looks as one that is not.
    Case(service: "nonsense", account: "office", code: .notPermitted),
    Case(service: "nonsense", account: "reader", code: .unknownService),
    Case(service: "request-chat", account: "supervisor", code: .notPermitted),
    Case(service: "request-chat", account: "root", code: nil),
    Case(service: "my-urs-stat", account: "root", code: nil),
    Case(service: "Office", account: "nobody", code: .unknownAccount),
  ]

  @Test(arguments: cases)
  func permissions(_ test: Case) throws {
    let fixture = DeskFixture(["match": ["_type": "builtin", "_service": "match-interaction"]])
    try fixture.store.write(DeskFixture.context().change) { writer in
      var configuration = try writer.configuration()
      configuration.accounts = [
        "reader": ["roles": "CallbackReadOnly"], "supervisor": ["roles": "Supervisor"],
        "root": ["roles": "Administrator"],
        "office": ["roles": "Supervisor", "services": "Office"],
      ]
      try writer.setConfiguration(configuration)
    }
    let desk = fixture.desk.acting(on: .account(test.account))
    do {
      let response = try desk.request(test.service, [:], DeskFixture.context())
      #expect(test.code == nil)
      #expect(response.status == 200)
    } catch let error as CoreError {
      #expect(error.code == test.code)
      #expect(fixture.sequence == 1)
    }
  }

  @Test("a desk on somebody's behalf shares the statistics that are kept")
  func sharing() throws {
    let provider = ScriptedStatistics.counting
    let fixture = DeskFixture(statistics: provider)
    for _ in 0..<3 {
      let desk = fixture.desk.acting(on: .administrator)
      #expect(try desk.request("my-urs-stat", [:], DeskFixture.context()).body["calls"] == 1)
    }
    #expect(provider.queries.count == 1)
  }
}
