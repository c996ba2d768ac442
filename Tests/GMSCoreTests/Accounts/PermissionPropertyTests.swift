import GMSCore
import GMSTestSupport
import Testing

/// Random changes of services, groups and accounts against rules written as plainly as possible.
struct PermissionPropertyTests {
  private static let serviceNames = ["a", "b", "c", "g", "h"]
  private static let groupNames = ["g", "h", "i"]
  private static let accountNames = ["k", "l"]

  /// The rule, asked anew for each question: nil when the account is wrong.
  private static func mayDo(
    _ action: AccountAction,
    _ account: Options,
    _ service: String,
    _ configuration: Configuration
  ) -> Bool? {
    let roles = list(account["roles"])
    let table: [String: Set<AccountAction>] = [
      "CallbackReadOnly": [.view], "Supervisor": [.view, .start, .reschedule, .cancel],
      "Administrator": [.view, .start, .reschedule, .cancel, .configure],
    ]
    let names = list(account["services"])
    let exists = { (name: String) in configuration.services[name] != nil }
    let isIn = { (service: String, group: String) in
      list(configuration.services[service]?["_service_groups"]).contains(group)
    }
    let isGroup = { (name: String) in
      !exists(name) && configuration.services.keys.contains { isIn($0, name) }
    }
    guard names.allSatisfy({ exists($0) || isGroup($0) }) else { return nil }
    guard !names.contains(where: isGroup) || names.count == 1 else { return nil }
    guard roles.contains(where: { table[$0]?.contains(action) == true }) else { return false }
    if names.isEmpty || action == .configure { return true }
    return names.contains { exists($0) ? $0 == service : isIn(service, $0) }
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map(String.init)
  }

  @Test(arguments: 0..<20)
  func decisionsFollowTheRule(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 0xACC)
    var configuration = Configuration()
    var (accepted, refused, asked) = (0, 0, 0)
    for _ in 0..<300 {
      let before = configuration
      do {
        configuration = try Self.change(configuration, &random)
        accepted += 1
      } catch is CoreError {
        refused += 1
        #expect(configuration == before)
      }
      // Every accepted change leaves every account sound, and what it may do as the rule says.
      try ConfigurationValidator().check(configuration)
      for (name, account) in configuration.accounts {
        let permissions = try Permissions(of: name, in: configuration)
        for service in Self.serviceNames {
          for action in AccountAction.allCases {
            asked += 1
            #expect(
              permissions.decision(action, on: service).isAllowed
                == Self.mayDo(action, account, service, configuration),
              "\(account.dictionary) \(action) \(service)"
            )
          }
        }
      }
    }
    #expect(accepted > 100 && refused > 10 && asked > 2_000, "\(accepted) \(refused) \(asked)")
  }

  private static func change(
    _ configuration: Configuration,
    _ random: inout SeededGenerator
  ) throws -> Configuration {
    let services = ServiceEditor()
    let (one, other) = (pick(serviceNames, &random), pick(serviceNames, &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      return try services.create(
        one,
        template: "callback",
        scenario: "user-terminated-delayed",
        options: ["_service_groups": some(groupNames, &random)],
        in: configuration
      )
    case 2: return try services.delete(one, in: configuration)
    case 3: return try services.rename(one, to: other, in: configuration)
    case 4: return try services.clone(one, as: other, in: configuration)
    case 5:
      return try services.set(["_service_groups": some(groupNames, &random)], of: one, in: configuration)
    case 6: return try services.unset(["_service_groups"], of: one, in: configuration)
    case 7: return try AccountEditor().delete(pick(accountNames, &random), in: configuration)
    default:
      let account = pick(accountNames, &random)
      let options: Options = [
        "roles": some(AccountRole.allCases.map(\.rawValue), &random),
        "services": some(Array(Set(serviceNames + groupNames)).sorted(), &random),
      ]
      let result = try AccountEditor().set(options, of: account, in: configuration)
      let written = result.accounts[account] ?? [:]
      #expect(mayDo(.view, written, "a", result) != nil, "accepted, though wrong: \(written.dictionary)")
      return result
    }
  }

  private static func pick(_ names: [String], _ random: inout SeededGenerator) -> String {
    names[Int.random(in: names.indices, using: &random)]
  }

  /// Some of the names in random order, mostly few.
  private static func some(_ names: [String], _ random: inout SeededGenerator) -> String {
    names.shuffled(using: &random).prefix([0, 1, 1, 1, 2, 3][Int.random(in: 0..<6, using: &random)])
      .joined(separator: ",")
  }
}
