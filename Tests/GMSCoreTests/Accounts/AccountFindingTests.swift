import GMSCore
import Testing

/// What `service lint` says about accounts.
struct AccountFindingTests {
  @Test(
    arguments: [
      (["roles": "Supervisor", "services": "support"], []),
      (["roles": "Supervisor", "services": ""], []),
      ([:], ["account.kate: 'roles' is not set, so the account may do nothing"]),
      (["roles": ""], ["account.kate: 'roles' is not set, so the account may do nothing"]),
      (
        ["roles": "Supervisor", "rols": "x", "moon": "y"],
        [
          "account.kate: 'moon' is not an option of accounts; it is kept",
          "account.kate: 'rols' is not an option of accounts; it is kept; did you mean 'roles'?",
        ]
      ),
      (
        ["roles": "Janitor"],
        [
          "account.kate: account 'kate' names the role 'Janitor', which does not exist; write Supervisor, "
            + "Administrator or CallbackReadOnly"
        ]
      ),
      (
        ["roles": "Supervisor", "services": "support,seasonal"],
        [
          "account.kate: option 'services' of account 'kate' names the groups 'support', 'seasonal'; an account "
            + "can have one group, so give the services one that they share"
        ]
      ),
    ] as [([String: String], [String])]
  )
  func problems(options: [String: String], expected: [String]) {
    let configuration = CallCentre.with("kate", Options(options))
    let findings = ConfigurationValidator().findings(configuration).filter { $0.place == .account("kate") }
    #expect(findings.filter(\.isProblem).map(\.description) == expected)
    #expect(findings.filter { !$0.option.isEmpty && $0.value != nil }.map(\.option) == options.keys.sorted())
  }

  @Test func aSharedName() {
    var configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": CallCentre.sales])
    configuration.services[CallCentre.support]?["_service_groups"] = CallCentre.sales
    let findings = ConfigurationValidator().findings(account: "kate", in: configuration)
    #expect(
      findings.filter(\.isProblem).map(\.description) == [
        "account.kate: 'services' is 'callback-sales', and 'callback-sales' is both a service and a group; the "
          + "service is meant"
      ]
    )
  }

  @Test func aMalformedNameAndAMissingAccount() {
    let validator = ConfigurationValidator()
    let findings = validator.findings(account: "a/b", in: CallCentre.with("a/b", ["roles": "Supervisor"]))
    #expect(findings.filter(\.isProblem).count == 1)
    #expect(findings.last?.description.hasPrefix("account.a/b: 'a/b' cannot name an account") == true)
    #expect(validator.findings(account: "nobody", in: CallCentre.configuration) == [])
  }

  @Test func unknownOptionsAreKept() throws {
    let configuration = CallCentre.with("kate", ["roles": "Supervisor", "colour": "red"])
    try ConfigurationValidator().check(configuration)
    let text = try ConfigurationWriter.print(configuration, as: .options)
    #expect(text.contains("[account.kate]\ncolour = red\nroles = Supervisor\n"))
    #expect(try ConfigurationReader.read(text) == configuration)
  }
}
