import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Pausing and resuming services through the engine.
struct PausedServiceTests {
  private func company(
    _ scenario: String = "user-terminated-delayed",
    _ options: Options = [:],
    store: any Store = MemoryStore(),
    submit: @escaping @Sendable (Callback) -> Bool = { _ in true }
  ) throws -> NotifyingCompany {
    var values: Options = ["_enable_status_notification": "false"]
    for (name, value) in options.sorted { values[name] = value }
    return try NotifyingCompany(values, scenario: scenario, store: store, submit: submit)
  }

  private func kind(_ id: CallbackID, _ company: NotifyingCompany) throws -> CallbackState.Kind {
    try company.engine.callback(id.text).state.kind
  }

  private func list(_ company: NotifyingCompany) throws -> String? {
    try company.store.read { try $0.section("callback")?["_paused_services_list"] }
  }

  @Test(arguments: EveryStore.allCases)
  func allThatWaitArePausedAndResumed(_ kind: EveryStore) throws {
    try kind.run { store in
      let company = try company(store: store)
      let ids = try (0..<3).map { try company.start("\(5115 + $0)", now: $0) }
      let scheduled = try company.start("5200", at: 7200, now: 3)
      let sequence = try store.read { $0.sequence }
      let report = try company.engine.pause("support", company.context(10))
      #expect(try store.read { $0.sequence } == sequence + 1, "one transaction")
      #expect(report.service == "support" && report.isPaused && report.isChanged)
      #expect(report.steps.map(\.id) == ids)
      #expect(
        report.steps.map(\.transition.actions) == [
          [.stopFindingAgent], [.stopFindingAgent], [.stopFindingAgent],
        ]
      )
      #expect(try list(company) == "support")
      #expect(try ids.map { try self.kind($0, company) } == [.paused, .paused, .paused])
      #expect(try self.kind(scheduled, company) == .scheduled)
      // What is paused stays in the queue for all who count.
      #expect(try company.engine.watermarks() == ["support": 3])

      let again = try company.engine.pause("support", company.context(11))
      #expect(!again.isChanged && again.isPaused && again.steps == [])

      let resumed = try company.engine.resume("support", company.context(70))
      #expect(resumed.isChanged && !resumed.isPaused)
      #expect(resumed.steps.map(\.id) == ids)
      #expect(resumed.steps.map(\.transition.actions) == [[.findAgent], [.findAgent], [.findAgent]])
      #expect(try list(company) == nil)
      #expect(try store.read { try $0.section("callback") } == nil, "as it was before")
      for (index, id) in ids.enumerated() {
        let progress = try #require(try company.engine.callback(id.text).progress)
        #expect(progress.enteredAt == NotifyingCompany.at(index))
        #expect(progress.leaveBy == NotifyingCompany.at(index + 14_400 + 60))
      }
      #expect(try !company.engine.resume("support", company.context(71)).isChanged)
    }
  }

  /// First in line is by priority, then by the time of entering, then by id, whatever the order of pausing was.
  @Test func resumedInTheOrderOfTheLine() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let company = try company()
      for number in 0..<12 {
        let id = try company.start("\(5100 + number)", now: Int.random(in: 0...5, using: &random))
        let old = try company.engine.callback(id.text)
        let callback = Callback(
          id: old.id,
          service: old.service,
          created: old.created,
          requested: old.requested,
          priority: Int.random(in: 0...2, using: &random),
          properties: old.properties,
          machine: old.machine,
          history: old.history
        )
        try company.store.write(StoreChange(time: .distantPast, command: "test")) {
          try $0.put(callback.stored)
        }
      }
      let line = try company.engine.callbacks().sorted { left, right in
        guard let left = left.place, let right = right.place else { return false }
        return left < right
      }
      let paused = try company.engine.pause("support", company.context(20)).steps.map(\.id)
      #expect(paused == line.map(\.id), "seed \(seed)")
      #expect(try company.engine.resume("support", company.context(30)).steps.map(\.id) == paused)
    }
  }

  @Test(arguments: [
    "user-terminated-immediate", "user-terminated-delayed", "user-originated-delayed", "chat-immediate",
    "chat-delayed", "user-terminated-delayed-agent-preview",
  ])
  func whatEntersTheQueueIsPausedAtOnce(_ scenario: String) throws {
    let company = try company(scenario)
    try company.engine.pause("support", company.context(0))
    let id = try company.start(now: 5)
    #expect(try kind(id, company) == .paused)
    let callback = try company.engine.callback(id.text)
    #expect(callback.history.map(\.event.name) == [.submissionFellDue, .servicePaused, .submitted])
    #expect(callback.agent == nil)
    #expect(try company.run(1000).steps == [], "nobody is called")
    try company.engine.resume("support", company.context(1000))
    let steps = try company.run(1000).steps.map(\.transition)
    #expect(steps.allSatisfy { $0.at == NotifyingCompany.at(1000) })
    switch scenario {
    case "user-terminated-immediate": #expect(try kind(id, company) == .dialling)
    case "chat-immediate": #expect(try kind(id, company) == .waitingForCustomer)
    default: #expect(try kind(id, company) == .waitingForAgent)
    }
  }

  @Test func whatTheQueueDoesNotTakeIsPausedAtOnce() throws {
    let company = try company(submit: { _ in false })
    try company.engine.pause("support", company.context(0))
    let id = try company.start(now: 5)
    #expect(try kind(id, company) == .paused)
    try company.engine.resume("support", company.context(100))
    // The retry fell due meanwhile, is made now, and the pauses after it count from now.
    let steps = try company.run(100).steps
    #expect(steps.map(\.transition.event) == [.submissionFellDue, .submissionFailed])
    #expect(try company.run(109).steps == [])
    #expect(try company.run(110).steps.count == 2)
    #expect(try company.engine.callback(id.text).completionReason == .submitFailed)
  }

  /// An agent or the customer is not cut off; when the attempt fails, the callback is paused.
  @Test func whoIsEngagedIsPlayedOut() throws {
    let company = try company()
    let id = try company.start()
    try company.event(.agentReserved(agent: "kate"), id, 5)
    #expect(try company.engine.pause("support", company.context(6)).steps == [])
    #expect(try company.run(7).steps == [])
    #expect(try kind(id, company) == .diallingCustomer)
    let busy = try company.engine.apply(.customerBusy, to: id.text, company.context(10))
    #expect(busy.transitions.map(\.event) == [.customerBusy, .servicePaused])
    #expect(busy.callback.state.kind == .paused)
    #expect(try company.run(1000).steps == [])
    try company.engine.resume("support", company.context(1000))
    #expect(try company.run(1000).steps.map(\.transition.event) == [.dialRetryFellDue])
    #expect(try kind(id, company) == .waitingForAgent)
  }

  @Test func aSuccessIsPlayedOutToo() throws {
    let company = try company()
    let id = try company.start()
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.engine.pause("support", company.context(6))
    try company.event(.customerAnswered, id, 7)
    try company.event(.agentAnswered, id, 8)
    #expect(try company.event(.callEnded, id, 100).completionReason == .agentConnected)
  }

  @Test func aPausedCallbackCanBeCancelledAndExpires() throws {
    let company = try company(options: ["_ttl": "500"])
    let first = try company.start("5115")
    let second = try company.start("5116")
    try company.engine.pause("support", company.context(5))
    #expect(try company.event(.cancelled, first, 6).completionReason == .cancelled)
    try company.run(499)
    #expect(try kind(second, company) == .paused)
    try company.run(500)
    #expect(try company.callbacks() == [], "its life is over, and so is its record's")
  }

  private func company(options: Options) throws -> NotifyingCompany {
    try company("user-terminated-delayed", options)
  }

  // MARK: - The list

  @Test func aChangeOfTheConfigurationIsFollowedAtOnce() throws {
    let company = try company()
    let id = try company.start()
    func set(_ list: String?, _ now: Int) throws {
      try company.engine.changeConfiguration(company.context(now)) { configuration in
        var result = configuration
        result.options["callback"] = list.map { ["_paused_services_list": $0, "returned-keys": "lob"] }
        try ConfigurationValidator().check(result)
        return result
      }
    }
    try set("support", 10)
    #expect(try kind(id, company) == .paused)
    try set("support", 11)
    #expect(try kind(id, company) == .paused)
    try set(nil, 20)
    #expect(try kind(id, company) == .waitingForAgent)
    #expect(
      try company.engine.callback(id.text).history.map(\.at).suffix(2)
        == [10, 20].map(NotifyingCompany.at)[...]
    )
  }

  /// A store that was changed without the engine, as an import does: the driver says that it is due, and heals it.
  @Test(arguments: [true, false])
  func theDriverFollowsWhatCameInOtherwise(_ isPaused: Bool) throws {
    let company = try company()
    let id = try company.start(now: 3)
    if !isPaused { try company.engine.pause("support", company.context(4)) }
    try company.store.write(StoreChange(time: .distantPast, command: "import")) { writer in
      var configuration = try writer.configuration()
      configuration.options["callback"] = isPaused ? ["_paused_services_list": "support"] : nil
      try writer.setConfiguration(configuration)
    }
    #expect(try company.engine.nextDue() == NotifyingCompany.at(3))
    let report = try company.run(50)
    #expect(report.steps.map(\.transition.event) == [isPaused ? .servicePaused : .serviceResumed])
    #expect(report.steps.map(\.transition.at) == [NotifyingCompany.at(50)])
    #expect(try kind(id, company) == (isPaused ? .paused : .waitingForAgent))
    #expect(try company.engine.nextDue() == report.nextDue)
    #expect(try company.run(51).steps == [])
  }

  @Test func theDriverResumesWhatHasNoServiceAnyMore() throws {
    let company = try company()
    let id = try company.start()
    try company.engine.pause("support", company.context(1))
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.services["support"] = nil
      configuration.options["callback"] = nil
      try writer.setConfiguration(configuration)
    }
    try company.run(10)
    #expect(try kind(id, company) == .waitingForAgent)
  }

  /// An engaged callback of a paused service is no reason to run again and again.
  @Test func theDriverDoesNotWaitForTheEngaged() throws {
    let company = try company()
    let id = try company.start()
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.engine.pause("support", company.context(6))
    #expect(try company.engine.nextDue() == NotifyingCompany.at(37))
  }

  @Test func renamingAndDeletingKeepTheListRight() throws {
    let company = try company()
    try company.engine.changeConfiguration(company.context(0)) {
      try ServiceEditor().clone("support", as: "sales", in: $0)
    }
    for name in ["support", "sales"] { try company.engine.pause(name, company.context(1)) }
    #expect(try list(company) == "support, sales")
    try company.engine.changeConfiguration(company.context(2)) {
      try ServiceEditor().rename("support", to: "help desk", in: $0)
    }
    #expect(try list(company) == "help desk, sales")
    let id = try company.engine.start(StartRequest("help desk", customerNumber: "5115"), company.context(3))
      .id
    #expect(try kind(id, company) == .paused)
    // One that is listed is in use.
    let error = #expect(throws: CoreError.self) {
      try company.engine.changeConfiguration(company.context(4)) {
        try ServiceEditor().delete("sales", in: $0)
      }
    }
    #expect(error?.code == .serviceInUse)
    try company.engine.resume("sales", company.context(5))
    try company.engine.changeConfiguration(company.context(6)) { try ServiceEditor().delete("sales", in: $0) }
    #expect(try list(company) == "help desk")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let service: String
    let code: CoreError.Code
    let sentence: String
    var testDescription: String { service }
  }

  static let refusals = [
    Refusal(
      service: "suport",
      code: .unknownService,
      sentence: "there is no service 'suport'; did you mean 'support'?"
    ),
    Refusal(
      service: "Always",
      code: .wrongTemplate,
      sentence:
        "service 'Always' is of template 'office-hours'; this takes one of template 'callback'"
    ),
    Refusal(
      service: "a,b",
      code: .invalidOption,
      sentence: """
        option '_paused_services_list' of section 'callback' is 'a,b'; write the name of a service without a comma, \
        which would be two in the list
        """
    ),
  ]

  @Test(arguments: refusals)
  func isRefused(_ expected: Refusal) throws {
    let company = try company()
    if expected.service == "a,b" {
      try company.engine.changeConfiguration(company.context(0)) {
        try ServiceEditor().clone("support", as: "a,b", in: $0)
      }
    }
    let before = try company.store.read { try $0.configuration() }
    let error = #expect(throws: CoreError.self) {
      try company.engine.pause(expected.service, company.context(1))
    }
    #expect(error?.code == expected.code)
    #expect(error?.description == expected.sentence)
    if expected.service != "a,b" {
      #expect(throws: CoreError.self) { try company.engine.resume(expected.service, company.context(1)) }
    }
    #expect(try company.store.read { try $0.configuration() } == before)
  }

  @Test func onlyWhoConfiguresPausesAndDryRunsPauseNothing() throws {
    let company = try company()
    try company.engine.changeConfiguration(company.context(0)) { configuration in
      var result = configuration
      result.accounts = ["kate": ["roles": "Supervisor"], "root": ["roles": "Administrator"]]
      return result
    }
    let id = try company.start()
    for pause in [true, false] {
      let error = #expect(throws: CoreError.self) {
        let kate = company.engine.acting(as: "kate")
        _ = try pause ? kate.pause("support", company.context(1)) : kate.resume("support", company.context(1))
      }
      #expect(error?.code == .notPermitted)
    }
    let dry = try company.engine.pause("support", company.context(1, dryRun: true))
    #expect(dry.steps.map(\.id) == [id])
    #expect(try kind(id, company) == .waitingForAgent)
    #expect(try list(company) == nil)
    #expect(try company.engine.acting(as: "root").pause("support", company.context(1)).isChanged)
  }
}
