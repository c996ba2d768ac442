import Foundation
import GMSCore
import GMSTestSupport

/// A company with access numbers, and its desk; the tests of the access services begin from it.
struct AccessCompany {
  static let now = instant("2025-01-06T14:00:00Z")
  static let numbers = ["6504664136", "650-466-4137"]

  /// One group of each strategy, named after it, and the services.
  static let configuration: Configuration = {
    var resources: [String: ResourceGroup] = [:]
    for (index, strategy) in AccessStrategy.allCases.enumerated() {
      resources[strategy.rawValue] = ResourceGroup(
        numbers: ["65046641\(index)6", "650-466-41\(index)7"],
        options: ["strategy": strategy.rawValue]
      )
    }
    resources["iPhoneService"] = ResourceGroup(numbers: ["6504664199"])
    resources["DNIS"] = ResourceGroup(
      numbers: ["6504663204"],
      options: ["strategy": "local", "booking_expiration_timeout": "29", "cooldown": "10"]
    )
    resources["empty"] = ResourceGroup()
    return Configuration(
      services: [
        "iPhoneService": [
          "_type": "built-in", "_service": "request-interaction", "_ttl": "7200", "_provide_code": "false",
          "_resource_group": "iPhoneService",
        ],
        "interaction": ["_type": "builtin", "_service": "request-interaction", "_ttl": "3600"],
        "patient": [
          "_type": "builtin", "_service": "request-interaction", "_booking_expiration_timeout": "600",
        ],
        "request-access": ["_type": "builtin", "_service": "request-access"],
        "patient-access": [
          "_type": "builtin", "_service": "request-access", "_booking_expiration_timeout": "600",
        ],
        "match": ["_type": "builtin", "_service": "match-interaction"],
      ],
      resources: resources
    )
  }()

  let desk: ServiceDesk
  var store: any Store { desk.store }

  init(_ store: any Store, services: any RunningServices = NoOtherServices()) {
    desk = ServiceDesk(store: store, services: services)
  }

  /// Runs `body` on a company in a store of each kind that is asked for.
  static func run(
    in kind: EveryStore = .memory,
    _ configuration: Configuration = configuration,
    _ body: (AccessCompany) throws -> Void
  ) throws {
    try kind.run(configuration) { try body(AccessCompany($0)) }
  }

  static func context(_ seconds: Double = 0, node: Int = 1) -> RequestContext {
    RequestContext(now: now + seconds, randomness: .seed(7), node: node, command: "test")
  }

  /// The body of what a service answers.
  func ask(
    _ service: String,
    _ parameters: Options = [:],
    at seconds: Double = 0,
    node: Int = 1
  ) throws -> JSONValue {
    let response = try desk.request(service, parameters, Self.context(seconds, node: node))
    precondition(response.status == 200)
    return response.body
  }

  /// The whole message of what a service refuses.
  func refusal(_ service: String, _ parameters: Options = [:], at seconds: Double = 0) -> String {
    StorageTests.message { _ = try ask(service, parameters, at: seconds) }
  }

  /// How many records of each kind the store has.
  func counts() throws -> [Int] {
    try store.read { reader in
      try [RecordKind.instance, .storage, .booking].map { try reader.count(RecordQuery($0)) }
    }
  }

  /// How a group stands.
  func status(_ group: String, at seconds: Double = 0) throws -> AccessGroupStatus? {
    try store.read { reader in
      let group = try AccessGroup(group, in: try reader.configuration())
      return try BookingQueries(reader).status(of: [group], now: Self.now + seconds).first
    }
  }
}

extension JSONValue {
  /// A member that is text.
  func text(_ name: String) -> String { self[name]?.stringValue ?? "no \(name)" }
}
