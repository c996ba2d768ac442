import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The outbox and its delivery: attempts, order, crashes, and what is thrown away.
struct DeliveryTests {
  private func names(_ notifications: [CallbackNotification]) -> [String] {
    notifications.map { String($0.subject.name.dropFirst("_cbe_on_".count)) }
  }

  static let start = ["service_create", "callback_queued", "virtual_ixn_create"]

  @Test(arguments: EveryStore.allCases)
  func whatIsDeliveredIsGone(_ kind: EveryStore) throws {
    try kind.run { store in
      let company = try NotifyingCompany(store: store)
      try company.start()
      #expect(try company.outbox().count == 3)
      let report = try company.run(0)
      #expect(names(company.transport.delivered) == Self.start)
      #expect(report.deliveries.map(\.result) == [.delivered, .delivered, .delivered])
      #expect(report.deliveries.map(\.attempt) == [1, 1, 1])
      #expect(report.deliveryFault == nil)
      #expect(try company.outbox() == [])
      #expect(try company.run(1).deliveries == [])
      #expect(names(company.transport.attempts) == Self.start)
    }
  }

  /// Attempts at 0, 10 and 30 seconds; what is behind waits, and another callback does not.
  @Test func failuresAreTriedAgainInOrder() throws {
    let company = try NotifyingCompany(transport: RecordingTransport(failures: 2))
    let id = try company.start()
    let report = try company.run(0)
    #expect(names(company.transport.attempts) == ["service_create"])
    #expect(
      report.deliveries.map(\.result) == [
        .postponed(until: NotifyingCompany.at(10), reason: "failure 1")
      ]
    )
    #expect(report.nextDue == NotifyingCompany.at(10))
    #expect(
      try company.engine.notifications(of: id.text).map(\.nextAttempt)
        == [10, 10, 10].map(NotifyingCompany.at)
    )
    #expect(try company.engine.notifications(of: id.text).map(\.attempts) == [1, 0, 0])
    #expect(try company.engine.notifications(of: id.text).first?.lastFailure == "failure 1")
    #expect(try company.run(9).deliveries == [])

    // Made while others wait: behind them.
    try company.event(.agentReserved(agent: "kate"), id, 9)
    #expect(try company.run(10).nextDue == NotifyingCompany.at(30))
    try company.run(30)
    #expect(
      names(company.transport.attempts) == [
        "service_create", "service_create", "service_create", "callback_queued",
      ]
    )
    var now = 30
    while let due = try company.run(now).nextDue, try !company.outbox().isEmpty {
      now = Int(due.timeIntervalSince(NotifyingCompany.start))
    }
    #expect(names(company.transport.delivered) == Self.start + ["target_found", "dial_init", "dial_done"])
    // Each alone fails twice.
    #expect(company.transport.attempts.count == 18)
  }

  @Test func oneReceiverDoesNotHoldBackAnother() throws {
    let first = TestSwitch()
    let transport = RecordingTransport { notification, _ in
      first.id == notification.callback ? .failed(reason: "down") : .delivered
    }
    let company = try NotifyingCompany(transport: transport)
    first.id = try company.start("5115")
    let other = try company.start("5116", now: 1)
    try company.run(1)
    #expect(transport.delivered.map(\.callback) == [other, other, other])
    #expect(try company.outbox().count == 3)
  }

  @Test(arguments: [1, 2, 3, 7])
  func afterTheLastAttemptItIsGivenUp(_ attempts: Int) throws {
    let transport = RecordingTransport { _, count in .failed(reason: "failure \(count + 1)") }
    let company = try NotifyingCompany(["_max_notify_delivery_attempts": "\(attempts)"], transport: transport)
    let id = try company.start()
    var results: [DeliveryStep] = []
    var now = 0
    var instants: [Int] = []
    while try !company.outbox().isEmpty {
      let report = try company.run(now)
      results += report.deliveries
      instants.append(now)
      now = Int(try #require(report.nextDue).timeIntervalSince(NotifyingCompany.start))
    }
    // The pauses double from ten seconds up to ten minutes, for each of the three anew.
    var expected: [Int] = []
    var at = 0
    for _ in 0..<3 {
      for attempt in 1...attempts {
        if expected.last != at { expected.append(at) }
        if attempt < attempts { at += min(600, 10 << (attempt - 1)) }
      }
    }
    #expect(instants == expected)
    #expect(results.count == 3 * attempts)
    #expect(
      results.filter { if case .givenUp = $0.result { true } else { false } }.map(\.result)
        == Array(repeating: .givenUp(reason: "failure \(attempts)"), count: 3)
    )
    #expect(transport.attempts.map(\.attempts) == (0..<3).flatMap { _ in 0..<attempts })
    #expect(try company.engine.callback(id.text).state.name == .queued, "the callback does not care")
  }

  @Test func whatIsRefusedIsNotTriedAgain() throws {
    let transport = RecordingTransport { notification, _ in
      notification.subject == .status(.callbackQueued) ? .refused(reason: "gone") : .delivered
    }
    let company = try NotifyingCompany(transport: transport)
    try company.start()
    let report = try company.run(0)
    #expect(report.deliveries.map(\.result) == [.delivered, .givenUp(reason: "gone"), .delivered])
    #expect(try company.outbox() == [])
  }

  /// The transport is asked outside transactions, so a process that dies before it has kept the answer asks again.
  @Test func aCrashAfterDeliveryRepeatsTheSameIDs() throws {
    let store = FlakyStore(MemoryStore())
    let company = try NotifyingCompany(store: store)
    try company.start()
    store.failWrite(after: 1)
    let report = try company.run(0)
    #expect(report.deliveryFault == "the store is broken")
    #expect(report.nextDue == NotifyingCompany.start)
    #expect(try company.outbox().count == 3)
    let again = try company.run(1)
    #expect(again.deliveryFault == nil)
    let ids = company.transport.delivered.map(\.id)
    #expect(ids.count == 6 && Array(ids.prefix(3)) == Array(ids.suffix(3)))
    #expect(
      company.transport.delivered.prefix(3).map(\.message)
        == company.transport.delivered.suffix(3).map(\.message)
    )
    #expect(try company.outbox() == [])

    // Asked by itself, the delivery throws.
    try company.event(.cancelled, company.engine.callbacks()[0].id, 2)
    store.failWrite(after: 0)
    #expect(throws: FlakyStore.Broken.self) {
      try company.engine.deliver(through: company.transport, company.context(2))
    }
  }

  /// The steps' actions are told even when what was delivered could not be kept.
  @Test func aFaultOfDeliveryKeepsTheSteps() throws {
    let store = FlakyStore(MemoryStore())
    let company = try NotifyingCompany(scenario: "user-terminated-scheduled", store: store)
    try company.start(at: 3600)
    store.failWrite(after: 1)
    let report = try company.run(3480)
    #expect(report.steps.map(\.transition.event) == [.submissionFellDue, .submitted])
    #expect(report.deliveryFault != nil)
  }

  /// One record that cannot be read is told as a fault, does not stop the callbacks, and goes after its day.
  @Test func aDamagedRecordDoesNotStayForEver() throws {
    let company = try NotifyingCompany()
    let id = try company.start()
    var record = try #require(try company.outbox().first)
    record.body = "{}"
    let damaged = record
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { try $0.put(damaged) }
    let report = try company.run(0)
    #expect(
      report.deliveryFault
        == "the record of notification '\(id)-0.0' is damaged at 'callback'; give <number>-<uuid>"
    )
    #expect(report.nextDue == NotifyingCompany.start)
    try company.run(14_400)
    #expect(try company.engine.callback(id.text).state.name == .completed)
    #expect(try company.run(86_400).removed == 3)
    #expect(try company.run(86_401).deliveryFault == nil)
    #expect(names(company.transport.delivered) == ["service_exit"])
  }

  /// Whoever delivers is told of everything else too: two numbers do not suffice for three customers.
  @Test(arguments: [true, false])
  func theReportKeepsItsShortages(_ delivers: Bool) throws {
    let company = try NotifyingCompany(scenario: "user-originated-immediate", delivers: delivers)
    for number in 0..<3 { try company.start("\(5115 + number)", at: 3600, now: number) }
    let report = try company.run(3480)
    #expect(report.shortages.count == 1)
    #expect(report.steps.count == 6)
  }

  @Test func aRefusedOrDryStepTellsNothing() throws {
    let company = try NotifyingCompany()
    let id = try company.start()
    let before = try company.outbox()
    #expect(throws: CallbackError.self) { try company.event(.customerAnswered, id, 1) }
    try company.engine.apply(.cancelled, to: id.text, company.context(1, dryRun: true))
    try company.engine.run(company.context(1, dryRun: true))
    #expect(try company.engine.deliver(through: company.transport, company.context(1, dryRun: true)) == [])
    #expect(try company.outbox() == before)
    #expect(company.transport.attempts == [])
  }

  @Test func withoutATransportTheyWaitForADay() throws {
    let company = try NotifyingCompany(delivers: false)
    let id = try company.start()
    let report = try company.run(0)
    #expect(report.deliveries == [] && report.removed == 0)
    #expect(try company.outbox().count == 3)
    try company.event(.cancelled, id, 60)
    #expect(try company.engine.nextDue() == NotifyingCompany.at(86_400))
    #expect(try company.run(86_399).removed == 0)
    #expect(try company.run(86_400).removed == 3)
    #expect(try company.run(86_460).removed == 2)
    #expect(try company.outbox() == [])
  }

  @Test func takenByHandTheyAreDelivered() throws {
    let company = try NotifyingCompany(delivers: false)
    try company.start()
    let steps = try company.engine.deliver(through: company.transport, company.context(50_000))
    #expect(steps.map(\.result) == [.delivered, .delivered, .delivered])
    #expect(try company.outbox() == [])
  }

  /// What a driver that stood still has not delivered is late, not lost.
  @Test func aLateDriverStillDelivers() throws {
    let company = try NotifyingCompany()
    try company.start()
    try company.run(10 * 86_400)
    #expect(
      names(company.transport.delivered) == Self.start + ["service_exit"],
      "its queue time ran out after four hours"
    )
    #expect(try company.outbox() == [])
    #expect(try company.callbacks() == [])
  }

  @Test func onlyWhoConfiguresSeesThem() throws {
    let company = try NotifyingCompany(delivers: false)
    try company.engine.changeConfiguration(company.context(0)) { configuration in
      var result = configuration
      result.accounts = ["kate": ["roles": "Supervisor"], "root": ["roles": "Administrator"]]
      return result
    }
    try company.start()
    let kate = company.engine.acting(as: "kate")
    #expect(throws: CoreError.self) { try kate.notifications() }
    #expect(throws: CoreError.self) { try kate.deliver(through: company.transport, company.context(0)) }
    #expect(company.transport.attempts == [])
    #expect(try company.engine.acting(as: "root").notifications().count == 3)
  }

  @Test func listsAreLimitedAndChosen() throws {
    let company = try NotifyingCompany(delivers: false)
    let first = try company.start("5115")
    try company.start("5116", now: 1)
    #expect(try company.engine.notifications().count == 6)
    #expect(try company.engine.notifications(limit: 2).count == 2)
    #expect(names(try company.engine.notifications(of: first.text)) == Self.start)
    #expect(names(try company.engine.notifications(of: first.text, limit: 1)) == ["service_create"])
    #expect(try company.engine.notifications(services: ["support"]).count == 6)
    let service = #expect(throws: CoreError.self) { try company.engine.notifications(services: ["sales"]) }
    #expect(service?.code == .unknownService)
    let callback = #expect(throws: CallbackError.self) { try company.engine.notifications(of: "nobody") }
    #expect(callback?.code == .unknownCallback)
  }

  /// Many callbacks, moved on often or once: the same records, and each callback's events in the same order.
  @Test(arguments: [true, false])
  func oftenOrOnceMakesNoDifference(_ delivers: Bool) throws {
    for seed in 0..<4 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let pair = try (0..<2).map { _ in
        try NotifyingCompany(
          ["_enable_notification_reminder": "true", "_ttl": "7200", "_urs_queued_ttl": "1800"],
          scenario: "user-terminated-scheduled",
          delivers: delivers,
          submit: { $0.properties["flaky"] == nil }
        )
      }
      for number in 0..<25 {
        let desired = Int.random(in: 180...30_000, using: &random)
        let parameters: Options = random.oneIn(3) ? ["flaky": "yes"] : [:]
        for company in pair { try company.start("\(10_000 + number)", at: desired, now: number, parameters) }
      }
      var now = 30
      let end = 300_000
      while now < end {
        now = min(end, now + Int.random(in: 1...(now > 45_000 ? 20_000 : 300), using: &random))
        try pair[0].run(now)
        if random.oneIn(40), try pair[0].outbox() != pair[1].outbox() {
          try pair[1].run(now)
          #expect(try pair[0].outbox() == pair[1].outbox(), "seed \(seed), second \(now)")
        }
      }
      try pair[1].run(end)
      #expect(try pair[0].callbacks() == pair[1].callbacks())
      #expect(try pair[0].outbox() == pair[1].outbox())
      let told = pair.map { Dictionary(grouping: $0.transport.delivered, by: \.callback) }
      #expect(told[0] == told[1])
      #expect(told[0].count == (delivers ? 25 : 0))
    }
  }

  /// A line longer than what is delivered in one go, all due at one instant, and more callbacks than that.
  @Test func longLinesKeepTheirOrder() throws {
    let company = try NotifyingCompany(["_dial_retry_timeout": "0", "_max_dial_attempts": "60"])
    let id = try company.start()
    for _ in 0..<50 {
      try company.event(.agentReserved(agent: "kate"), id, 0)
      try company.event(.customerBusy, id, 0)
      try company.engine.run(company.context(0, dryRun: true))
      try company.event(.dialRetryFellDue, id, 0)
    }
    for number in 0..<120 { try company.start("\(number + 20_000)", now: 1 + number) }
    #expect(try company.outbox().count == 3 + 150 + 360)
    try company.run(500)
    let mine = company.transport.delivered.filter { $0.callback == id }
    #expect(mine.count == 153)
    #expect(mine.map(\.order) == mine.map(\.order).sorted())
    #expect(company.transport.delivered.count == 513)
    #expect(Set(company.transport.delivered.map(\.id)).count == 513)
  }
}
