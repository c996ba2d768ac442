import GMSCore

/// A configuration of 1,000 callback services, half of them in one group, with an account for each kind of
/// list.
struct Accounts {
  let configuration: Configuration
  /// The names of the services, in random order.
  let services: [String]

  init() {
    var configuration = Configuration()
    var names: [String] = []
    for number in 0..<1_000 {
      let name = "callback-department-\(number)"
      names.append(name)
      configuration.services[name] = [
        "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
        "_service_groups": number % 2 == 0 ? "all,support" : "all",
      ]
    }
    configuration.accounts = [
      "all": ["roles": "Supervisor"],
      "group": ["roles": "Supervisor", "services": "support"],
      "list": ["roles": "Supervisor,CallbackReadOnly", "services": names.prefix(20).joined(separator: ",")],
    ]
    var random = SplitMix64(seed: 1)
    names.shuffle(using: &random)
    self.configuration = configuration
    services = names
  }

  func permissions(of account: String) throws -> Permissions {
    try Permissions(of: account, in: configuration)
  }
}

func accountMeasurements() throws -> [Measurement] {
  let accounts = Accounts()
  let services = accounts.services
  let actions = AccountAction.allCases
  func decisions(_ account: String, _ what: String) throws -> Measurement {
    let permissions = try accounts.permissions(of: account)
    return Measurement(
      name: "permission, \(what)",
      nanoseconds: nanoseconds(100_000) {
        permissions.decision(actions[$0 % actions.count], on: services[$0 % services.count]).isAllowed ? 1 : 0
      },
      bound: 100,
      boundName: "bound"
    )
  }
  return [
    try decisions("all", "all services"),
    try decisions("list", "a list of 20 services, 1,000 asked about"),
    try decisions("group", "a group of 500 services, 1,000 asked about"),
    Measurement(
      name: "permissions of an account with a group, compiled from 1,000 services",
      nanoseconds: nanoseconds(20) { _ in (try? accounts.permissions(of: "group").services?.count) ?? 0 },
      bound: 1_000_000,
      boundName: "bound"
    ),
  ]
}
