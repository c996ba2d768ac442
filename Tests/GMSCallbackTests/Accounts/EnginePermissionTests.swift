import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Every operation of the engine on behalf of people of every kind.
struct EnginePermissionTests {
  /// What becomes of operations of one kind for each person: `+` done, `x` not permitted, `?` no such
  /// account.
  struct Case: CustomTestStringConvertible, Sendable {
    let operation: EngineOperation
    let outcomes: KeyValuePairs<String?, Character>
    var testDescription: String { operation.description }
  }

  /// Written by hand for each action, once for what concerns a service and once for what concerns all.
  static func outcomes(_ operation: EngineOperation) -> KeyValuePairs<String?, Character> {
    switch (operation.description, operation.action) {
    case ("list of two services", _):
      [
        nil: "+", "root": "+", "half": "x", "boss": "+", "kate": "x", "team": "x", "sam": "x", "reader": "+",
        "nobody": "x", "ghost": "?",
      ]
    case (_, .view) where !operation.isOfService:
      [
        nil: "+", "root": "+", "half": "+", "boss": "+", "kate": "+", "team": "+", "sam": "+", "reader": "+",
        "nobody": "x", "ghost": "?",
      ]
    case (_, .view):
      [
        nil: "+", "root": "+", "half": "x", "boss": "+", "kate": "+", "team": "+", "sam": "x", "reader": "+",
        "nobody": "x", "ghost": "?",
      ]
    case (_, .start), (_, .reschedule), (_, .cancel):
      [
        nil: "+", "root": "+", "half": "x", "boss": "+", "kate": "+", "team": "+", "sam": "x", "reader": "x",
        "nobody": "x", "ghost": "?",
      ]
    case (_, .configure):
      [
        nil: "+", "root": "+", "half": "+", "boss": "x", "kate": "x", "team": "x", "sam": "x", "reader": "x",
        "nobody": "x", "ghost": "?",
      ]
    }
  }

  @Test(arguments: EngineOperation.all.map { Case(operation: $0, outcomes: outcomes($0)) })
  func operations(_ expected: Case) throws {
    for (account, outcome) in expected.outcomes {
      let shared = try SharedCompany()
      let before = try shared.company.records()
      var found: Character = "+"
      do {
        try expected.operation.run(shared.engine(as: account), shared.support, shared.context())
      } catch let error as CoreError {
        found = error.code == .notPermitted ? "x" : error.code == .unknownAccount ? "?" : "!"
        #expect(error["account"] == account)
        if found == "x" { #expect(error["action"] == expected.operation.action.rawValue) }
        #expect(try shared.company.records() == before)
      }
      #expect(found == outcome, "\(account ?? "administrator")")
    }
  }

  /// Whoever may not see a callback cannot find out whether it exists, nor whether it is damaged.
  @Test(arguments: EngineOperation.ofIDs.map(\.description))
  func aCallbackOutOfSightIsLikeNone(_ name: String) throws {
    let operation = try #require(EngineOperation.ofIDs.first { $0.description == name })
    for account in ["kate", "sam", "half", "nobody", "reader"] {
      let shared = try SharedCompany()
      let permissions = try shared.company.store.read {
        try Permissions(of: account, in: $0.configuration())
      }
      let hidden = [shared.support, shared.sales].filter { id in
        let service = id == shared.support ? "support" : "sales"
        return !permissions.decision(operation.action, on: service).isAllowed
      }
      for id in hidden {
        func refusal(_ id: String) throws -> String {
          let error = #expect(throws: CoreError.self) {
            try operation.run(shared.engine(as: account), id, shared.context())
          }
          return try #require(error).description.replacingOccurrences(of: id, with: "ID")
            + JSONWriter.compact(.object(error?.facts ?? [])).replacingOccurrences(of: id, with: "ID")
        }
        #expect(try refusal(id) == refusal("1-00000000-0000-0000-0000-000000000000"), "\(account)")
        #expect(try refusal(id) == refusal("nonsense"), "\(account)")
      }
    }
  }

  /// One who may see everything is told what there is not.
  @Test func whoSeesAllLearnsThatThereIsNone() throws {
    let shared = try SharedCompany()
    for account in [nil, "root", "boss", "reader"] {
      let error = #expect(throws: CallbackError.self) { _ = try shared.engine(as: account).callback("1-x") }
      #expect(error?.code == .unknownCallback)
    }
    // An Administrator's list is about callbacks; what he may configure, he may configure anywhere.
    let error = #expect(throws: CallbackError.self) {
      try shared.engine(as: "half").apply(.cancelled, to: "1-x", shared.context())
    }
    #expect(error?.code == .unknownCallback)
  }

  @Test func listsLeaveOut() throws {
    let shared = try SharedCompany()
    for (account, services) in [
      (nil, ["sales", "support"]), ("root", ["sales", "support"]), ("boss", ["sales", "support"]),
      ("reader", ["sales", "support"]), ("kate", ["support"]), ("team", ["support"]), ("sam", ["sales"]),
      ("half", ["sales"]),
    ] as [(String?, [String])] {
      let engine = shared.engine(as: account)
      #expect(try engine.callbacks().map(\.service).sorted() == services)
      let any = CallbackFilter(
        conditions: [
          PropertyCondition(key: "_customer_number", value: "5115"),
          PropertyCondition(key: "_customer_number", value: "5116"),
        ],
        match: .any
      )
      #expect(try engine.callbacks(any).map(\.service).sorted() == services)
      var answered: [String] = []
      try engine.forEachAnswer(CallbackFilter(maxPerService: 1)) { service, _ in answered.append(service) }
      #expect(answered.sorted() == services)
      #expect(try engine.watermarks().keys.sorted() == services)
    }
  }

  /// In a query no service means every service; permissions that see none must not come out as that.
  @Test func permissionsThatSeeNothing() throws {
    let shared = try SharedCompany()
    var configuration = Configuration(services: ["gone": ["_service_groups": "g"]])
    configuration.accounts["old"] = ["roles": "Supervisor", "services": "gone"]
    let permissions = try Permissions(of: "old", in: configuration)
    let engine = shared.company.engine.acting(on: .permissions(permissions))
    #expect(try engine.callbacks() == [])
    #expect(try engine.watermarks() == [:])
  }

  @Test func aRequestIsNotReadBeforePermissionIsAsked() throws {
    let shared = try SharedCompany()
    let backwards = CallbackFilter(services: ["support"], from: .distantFuture, to: .distantPast)
    let error = #expect(throws: CoreError.self) { _ = try shared.engine(as: "sam").callbacks(backwards) }
    #expect(error?.code == .notPermitted)
    // A service that does not exist is out of sight like any other.
    let unknown = #expect(throws: CoreError.self) {
      try shared.engine(as: "sam").start(StartRequest("suport", customerNumber: "1"), shared.context())
    }
    #expect(unknown?.code == .notPermitted)
    let near = #expect(throws: CoreError.self) {
      try shared.engine(as: "boss").start(StartRequest("suport", customerNumber: "1"), shared.context())
    }
    #expect(near?.description == "there is no service 'suport'; did you mean 'support'?")
  }

  @Test func dryRunsAskToo() throws {
    let shared = try SharedCompany()
    let before = try shared.company.records()
    #expect(throws: CoreError.self) {
      try shared.engine(as: "reader").cancel(shared.support, shared.context(dryRun: true))
    }
    try shared.engine(as: "kate").cancel(shared.support, shared.context(dryRun: true))
    #expect(try shared.company.records() == before)
  }

  @Test func whatIsTakenAwayIsGoneAtOnce() throws {
    let shared = try SharedCompany()
    let kate = shared.engine(as: "kate")
    _ = try kate.callback(shared.support)
    try shared.engine(as: "root").changeConfiguration(shared.context()) {
      try AccountEditor().set(["roles": "CallbackReadOnly"], of: "kate", in: $0)
    }
    _ = try kate.callback(shared.support)
    #expect(throws: CoreError.self) { try kate.cancel(shared.support, shared.context()) }
    try shared.company.engine.changeConfiguration(shared.context()) {
      try AccountEditor().delete("kate", in: $0)
    }
    let error = #expect(throws: CoreError.self) { _ = try kate.callback(shared.support) }
    #expect(error?.code == .unknownAccount)
  }

  /// An account that no editor would have written permits nothing.
  @Test func anAccountThatCannotBeReadPermitsNothing() throws {
    let shared = try SharedCompany()
    for (options, code) in [
      (["roles": "Administrator,Janitor"], .unknownRole),
      (["roles": "Administrator", "services": "support,gone"], .unknownReference),
    ] as [([String: String], CoreError.Code)] {
      try shared.company.store.write(StoreChange(time: SharedCompany.now, command: "test")) { writer in
        var configuration = try writer.configuration()
        configuration.accounts["root"] = Options(options)
        try writer.setConfiguration(configuration)
      }
      for operation in EngineOperation.all {
        let error = #expect(throws: CoreError.self, "\(operation)") {
          try operation.run(shared.engine(as: "root"), shared.support, shared.context())
        }
        #expect(error?.code == code)
      }
    }
  }
}
