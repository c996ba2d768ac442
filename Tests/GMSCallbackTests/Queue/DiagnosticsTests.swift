import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The nineteen diagnostics of a callback in line.
struct DiagnosticsTests {
  let monday = LineCompany.monday

  /// A callback with something to tell: another before it, a first call that was busy, one that overtook it.
  private static func worked() throws -> (company: LineCompany, id: CallbackID) {
    let company = try LineCompany()
    let served = try company.start("voice", "5111", at: LineCompany.at(0))
    try company.serve(served, at: LineCompany.at(20))
    let ahead = try company.start("voice", "5112", at: LineCompany.at(30), ["_urs_priority": "5"])
    let id = try company.start(
      "voice",
      "5113",
      at: LineCompany.at(40),
      ["_urs_priority": "4", "_channel": "WEB"]
    )
    try company.serve(ahead, at: LineCompany.at(50))
    try company.event("agent-reserved", ["agent": "kate"], to: id, at: LineCompany.at(60))
    try company.event("customer-busy", to: id, at: LineCompany.at(70))
    try company.start("vip", "5114", at: LineCompany.at(80))
    return (company, id)
  }

  /// What the example tells at 100 seconds, as JSON.
  static let known: [QueueDiagnostics.Item: String] = [
    .estimatedWaitTime: "270",
    .positionInQueue: "2",
    .agentsLoggedIn: "3",
    .callbackType: #""WAIT_FOR_AGENT""#,
    .callbackVersion: #""v0.1.0""#,
    .channel: #""WEB""#,
    .dialAttemptNumber: "1",
    .dialResult: #""BUSY""#,
    // The line was there from 0 to 20 and from 30 to 60 seconds, and two were served.
    .ewtAtFirstOutboundCall: "16.7",
    // From 0 to 20 and from 30 to 40, one was served, and one was ahead.
    .ewtAtOffer: "30",
    .isSnoozed: "false",
    .sessionID: #""00NEEH6C74C6NAC01G015B5AES000005""#,
    .positionAtFirstOutboundCall: "1",
    .positionAtOffer: "2",
    .currentPriority: "4",
    .routingTarget: #""Agents@Stat.GA""#,
    .timeOfFirstOutboundCall: #""2025-01-06T14:01:00.000Z""#,
    .timeAccepted: #""2025-01-06T14:00:40.000Z""#,
    .timeOfNextOutboundCall: #""2025-01-06T14:06:10.000Z""#,
  ]

  @Test("each has its value in a worked example", arguments: QueueDiagnostics.Item.allCases)
  func knownValues(_ item: QueueDiagnostics.Item) throws {
    let (company, id) = try Self.worked()
    let diagnostics = try company.engine.diagnostics(
      of: id.text,
      at: LineCompany.at(100),
      AgentDeskReport(agentsLoggedIn: 3, sessionID: "00NEEH6C74C6NAC01G015B5AES000005")
    )
    #expect(JSONWriter.compact(diagnostics[item]) == Self.known[item])
  }

  @Test("each that can be unknown is null", arguments: QueueDiagnostics.Item.allCases)
  func unknownValues(_ item: QueueDiagnostics.Item) throws {
    let company = try LineCompany(["_business_hours_service": "Office"])
    try company.engine.changeConfiguration(company.context(monday)) { configuration in
      var after = configuration
      after.services["Office"] = [
        "_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Sun 00:00-24:00",
      ]
      return after
    }
    let id = try company.start("voice", "5111", at: monday, desired: LineCompany.at(864_000))
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      var configuration = try writer.configuration()
      configuration.services["voice"] = nil
      try writer.setConfiguration(configuration)
    }
    // More than a day later, records of those who were in line when it was requested may be gone.
    let diagnostics = try company.engine.diagnostics(of: id.text, at: LineCompany.at(100_000))
    let expected: JSONValue =
      switch item {
      case .callbackVersion: "v0.1.0"
      case .timeAccepted: "2025-01-06T14:00:00.000Z"
      case .estimatedWaitTime, .positionInQueue, .agentsLoggedIn, .callbackType, .channel,
        .dialAttemptNumber, .dialResult, .ewtAtFirstOutboundCall, .ewtAtOffer, .isSnoozed, .sessionID,
        .positionAtFirstOutboundCall, .positionAtOffer, .currentPriority, .routingTarget,
        .timeOfFirstOutboundCall, .timeOfNextOutboundCall:
        .null
      }
    #expect(diagnostics[item] == expected)
    #expect(item.unknown == (item == .positionInQueue ? "Not in queue" : "n/a"))
  }

  @Test("their JSON has all nineteen, in the order of the documentation")
  func json() throws {
    let (company, id) = try Self.worked()
    let diagnostics = try company.engine.diagnostics(of: id.text, at: LineCompany.at(100))
    #expect(
      JSONWriter.compact(diagnostics.json) == """
        {"estimatedWaitTime":270,"positionInQueue":2,"agentsLoggedIn":null,"callbackType":"WAIT_FOR_AGENT",\
        "callbackVersion":"v0.1.0","channel":"WEB","dialAttemptNumber":1,"dialResult":"BUSY",\
        "ewtAtFirstOutboundCall":16.7,"ewtAtOffer":30,"isSnoozed":false,"orsSessionID":null,\
        "positionAtFirstOutboundCall":1,"positionAtOffer":2,"currentPriority":4,\
        "routingTarget":"Agents@Stat.GA","timeOfFirstOutboundCall":"2025-01-06T14:01:00.000Z",\
        "timeAccepted":"2025-01-06T14:00:40.000Z","timeOfNextOutboundCall":"2025-01-06T14:06:10.000Z"}
        """
    )
    #expect(QueueDiagnostics.Item.allCases.count == 19)
    #expect(Set(QueueDiagnostics.Item.allCases.map(\.label)).count == 19)
  }

  @Test("a snooze is told, also through a pause; other services have their own type and target")
  func others() throws {
    let company = try LineCompany()
    let id = try company.start("ask", "5111", at: monday)
    func diagnostics(_ id: CallbackID, _ seconds: Double) throws -> QueueDiagnostics {
      try company.engine.diagnostics(of: id.text, at: LineCompany.at(seconds))
    }
    #expect(try diagnostics(id, 1).isSnoozed == false)
    #expect(try diagnostics(id, 1).routingTarget == "ask")
    try company.event("agent-reserved", ["agent": "kate"], to: id, at: LineCompany.at(2))
    try company.event("customer-snoozed", to: id, at: LineCompany.at(3))
    #expect(try diagnostics(id, 4).isSnoozed == true)
    try company.event("service-paused", to: id, at: LineCompany.at(5))
    #expect(try diagnostics(id, 6).isSnoozed == true)
    try company.event("cancelled", to: id, at: LineCompany.at(7))
    #expect(try diagnostics(id, 8).isSnoozed == nil)
    #expect(try diagnostics(id, 8).positionAtOffer == 1)
    try company.set("open", ["_wait_for_agent": "false"])
    let dialled = try company.start("open", "5112", at: LineCompany.at(10))
    #expect(try diagnostics(dialled, 11).callbackType == "IMMEDIATE")
    #expect(try diagnostics(dialled, 11).timeOfFirstOutboundCall == LineCompany.at(10))
    #expect(throws: CallbackError.unknownCallback("1-x")) {
      try company.engine.diagnostics(of: "1-x", at: monday)
    }
  }

  @Test("what records that may be gone would have to tell is unknown, from the first second on")
  func forgotten() throws {
    let company = try LineCompany()
    let id = try company.start("voice", "5111", at: monday)
    func offered(_ seconds: Double) throws -> Int? {
      try company.engine.diagnostics(of: id.text, at: LineCompany.at(seconds)).positionAtOffer
    }
    // `_ttl` 86400, less an hour of estimating, less the longest stay in line, `_urs_queued_ttl` 14400.
    #expect(try offered(68_399) == 1)
    #expect(try offered(68_400) == nil)
    // The shortest memory of all services that share the virtual queue counts.
    try company.set("vip", ["_ttl": "20000"])
    #expect(try offered(1999) == 1)
    #expect(try offered(2000) == nil)
    // An earlier now than the request is allowed, and tells nothing.
    #expect(try offered(-1) == nil)
  }

  struct Result: CustomTestStringConvertible, Sendable {
    let event: CallbackEvent
    let policy: CallbackPolicy
    let events: [CallbackEvent]
    let result: DialResult?
    var testDescription: String { "\(event.name.rawValue) \(result?.rawValue ?? "-")" }
  }

  /// Walks into the line and on, and what the last call came to then.
  static let results: [Result] = [
    Result(event: .submitted, policy: Policies.customerFirst, events: [], result: nil),
    Result(event: .agentReserved(agent: "kate"), policy: Policies.customerFirst, events: [], result: nil),
    Result(event: .customerAnswered, policy: Policies.immediate, events: [], result: .answered),
    Result(event: .customerBusy, policy: Policies.immediate, events: [], result: .busy),
    Result(event: .customerDidNotAnswer, policy: Policies.immediate, events: [], result: .noAnswer),
    Result(
      event: .answeringMachineAnswered,
      policy: Policies.immediate,
      events: [],
      result: .answeringMachine
    ),
    Result(event: .numberInvalid, policy: Policies.immediate, events: [], result: .invalidNumber),
    Result(event: .dialTimedOut, policy: Policies.immediate, events: [], result: .noAnswer),
    Result(
      event: .dialTimedOut,
      policy: Policies.agentFirst,
      events: [.agentReserved(agent: "kate")],
      result: nil
    ),
    Result(
      event: .dialTimedOut,
      policy: Policies.agentFirst,
      events: [.agentReserved(agent: "kate"), .agentAnswered],
      result: .noAnswer
    ),
    Result(
      event: .confirmationTimedOut,
      policy: Policies.confirming,
      events: [.agentReserved(agent: "kate")],
      result: .pushNotConfirmed
    ),
    Result(event: .customerCalled, policy: Policies.originatedImmediate, events: [], result: .customerCalled),
    Result(
      event: .bookingExpired,
      policy: Policies.originatedImmediate,
      events: [],
      result: .customerDidNotCall
    ),
    Result(
      event: .agentReserved(agent: "kate"),
      policy: Policies.customerFirst,
      events: [.agentReserved(agent: "kate"), .customerBusy, .dialRetryFellDue],
      result: .busy
    ),
  ]

  @Test(arguments: results)
  func dials(_ row: Result) throws {
    var callback = try newCallback(row.policy, desired: nine, created: nine(-60))
    for event in [.submissionFellDue, .submitted] + row.events + [row.event]
    where event != .submitted
      || callback.state.kind == .submitting
    {
      let timer = callback.machine.nextTimer
      let at = timer.event == event ? timer.due : callback.history.last?.at ?? nine(-60)
      try callback.apply(event, at: at, policy: row.policy)
    }
    let store = MemoryStore()
    let stored = callback
    try store.write(StoreChange(time: nine, command: "test")) { try $0.put(stored.stored) }
    let diagnostics = try CallbackEngine(store: store).diagnostics(of: callback.id.text, at: nine)
    #expect(diagnostics.dialResult == row.result)
  }

  @Test("positions and estimates of instants that are over are those that were told then")
  func past() throws {
    var compared = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let company = try LineCompany(seed % 2 == 0 ? ["_min_queue_wait": "45"] : [:])
      var offers: [CallbackID: QueuePosition] = [:]
      var calls: [CallbackID: QueuePosition] = [:]
      var now = monday
      func position(_ id: CallbackID) throws -> QueuePosition? {
        try company.engine.position(of: id.text, at: now)
      }
      for number in 0..<40 {
        now += Double(Int.random(in: 1...90, using: &random))
        if Int.random(in: 0..<2, using: &random) == 0 {
          let priority = "\(Int.random(in: 0...2, using: &random))"
          let id = try company.start("voice", "51\(100 + number)", at: now, ["_urs_priority": priority])
          offers[id] = try position(id)
        } else if let next = try company.engine.next(in: "VQ", at: now)?.callback.id {
          if Int.random(in: 0..<5, using: &random) == 0 {
            try company.event("cancelled", to: next, at: now)
            continue
          }
          try company.event("agent-reserved", ["agent": "kate"], to: next, at: now)
          calls[next] = try position(next)
          now += 5
          try company.event("customer-answered", to: next, at: now)
          try company.event("agent-answered", to: next, at: now)
        }
      }
      for (id, offer) in offers {
        let told = try company.engine.diagnostics(of: id.text, at: now)
        #expect(told.positionAtOffer == offer.position)
        #expect(told.ewtAtOffer == offer.estimatedWait)
        #expect(told.positionAtFirstOutboundCall == calls[id]?.position)
        #expect(told.ewtAtFirstOutboundCall == calls[id]?.estimatedWait)
        compared += calls[id] == nil ? 1 : 2
      }
    }
    #expect(compared > 150)
  }
}
