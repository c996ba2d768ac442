import Foundation
import GMSCallback
import GMSTestSupport
import Testing

/// Random events in random order, seeded, with what must always hold.
struct RandomWalkTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let policy: CallbackPolicy
    var testDescription: String { name }
  }

  static let cases = Policies.all.map { Case(name: $0.name, policy: $0.policy) }

  /// Three quarters of all events, over 13 policies, at least 30 events a walk.
  static let walksPerPolicy = WalkSize.events * 3 / 4 / cases.count / 30

  @Test(arguments: cases)
  func invariantsHold(_ test: Case) throws {
    var events = 0
    for seed in 0..<Self.walksPerPolicy {
      var walk = try RandomWalk(policy: test.policy, seed: UInt64(seed))
      walk.run(steps: 30)
      try walk.letTimeRunOut()
      events += walk.events
      if let fault = walk.faults.first {
        Issue.record("seed \(seed): \(fault)\n\(walk.script)")
        return
      }
    }
    #expect(events >= Self.walksPerPolicy * 30)
    print("walks, \(test.name): \(events) events in \(Self.walksPerPolicy) walks")
  }
}

/// One random life of a callback.
struct RandomWalk {
  let policy: CallbackPolicy
  var callback: Callback
  var world = World()
  var now: Date
  var random: SeededGenerator
  var events = 0
  var faults: [String] = []
  var lines: [String] = []
  private var enteredAt: Date?
  private var bound = EndBound()
  private var timeEvents = 0

  init(policy: CallbackPolicy, seed: UInt64) throws {
    var policy = policy
    random = SeededGenerator(seed: seed)
    // Short lives and short queues meet more of the ends than the defaults would.
    if random.oneIn(3) { policy.queueTimeToLive = Int.random(in: 0...2000, using: &random) }
    if random.oneIn(4) { policy.timeToLive = Int.random(in: 0...4000, using: &random) }
    self.policy = policy
    now = nine(-Int.random(in: 0...4000, using: &random))
    callback = try newCallback(policy, desired: nine, created: now)
  }

  var script: String { lines.suffix(40).joined(separator: "\n") }

  /// The walk: mostly events that the state takes, often any event, now and then time.
  mutating func run(steps: Int) {
    for _ in 0..<steps {
      if random.oneIn(2) { now += Double(Int.random(in: 0...90_000, using: &random)) / 1000 }
      step(choose())
    }
  }

  /// Time runs on alone; every path has to end, in few steps and before the record's life does.
  mutating func letTimeRunOut() throws {
    while callback.state.name != .completed {
      let timer = callback.machine.nextTimer
      now = max(now, timer.due)
      step(timer.event)
      guard faults.isEmpty else { return }
    }
    if !world.isTidy { faults.append("something is left over: \(world)") }
    let step = try callback.apply(.retentionEnded, at: max(now, callback.expiration), policy: policy)
    if step.actions != [.removeRecord] { faults.append("the record stays for ever") }
    try checkRecord()
  }

  private mutating func choose() -> CallbackEvent {
    let events = StateMatrixTests.events
    let any = events[Int.random(in: 0..<events.count, using: &random)]
    if random.oneIn(3) { return concrete(any) }
    let accepted = callback.machine.acceptedEvents(policy: policy)
    // Ends are taken seldom, so that walks are long enough to meet everything.
    let ends: Set<CallbackEvent.Name> = [
      .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded, .queueTimeRanOut, .numberInvalid,
    ]
    let lasting = accepted.filter { !ends.contains($0) }
    let from = lasting.isEmpty || random.oneIn(25) ? accepted : lasting
    guard let name = from.randomElement(using: &random), let event = events.first(where: { $0.name == name })
    else { return concrete(any) }
    if let timer = callback.machine.timers.first(where: { $0.event == event }) { now = max(now, timer.due) }
    return concrete(event)
  }

  private mutating func concrete(_ event: CallbackEvent) -> CallbackEvent {
    switch event.name {
    case .agentReserved:
      .agentReserved(agent: ["kate", "tom", "ann"].randomElement(using: &random) ?? "kate")
    case .rescheduled:
      .rescheduled(desired: now + Double(Int.random(in: 0...9_999_999, using: &random)) / 1000)
    default: event
    }
  }

  private mutating func step(_ event: CallbackEvent) {
    events += 1
    let before = callback
    lines.append("\(now.timeIntervalSince(nine)) \(before.state.kind.rawValue) + \(event)")
    do {
      let step = try callback.apply(event, at: now, policy: policy)
      if step.noOp != nil {
        if callback != before { faults.append("a no-op changed something") }
        return
      }
      world.happen(event)
      for action in step.actions { world.execute(action) }
      check(step, before: before)
    } catch {
      if callback != before { faults.append("a refusal changed something") }
      if ![.wrongState, .notDueYet, .notReschedulable].contains(error.code) {
        faults.append("unexpected \(error)")
      }
    }
  }

  private mutating func check(_ step: CallbackTransition, before: Callback) {
    faults += world.faults.map { "\($0) after \(step.event)" }
    bound.count(step.event)
    if step.event.name.source == .time, before.state.name != .completed { timeEvents += 1 }
    if timeEvents > bound.timeEvents(policy) { faults.append("more events of time than the policy has") }
    if before.state.name == .completed, step.event != .retentionEnded {
      faults.append("COMPLETED took \(step.event)")
    }
    let attempts = callback.progress?.attempts
    if let attempts {
      if attempts.submissions > policy.maxSubmissions { faults.append("too many submissions") }
      if attempts.dials > policy.maxDials { faults.append("too many dials") }
      if attempts.transfers > policy.maxTransfers { faults.append("too many transfers") }
      if attempts.confirmations > policy.maxConfirmations { faults.append("too many confirmations") }
      if attempts.offers > policy.maxOffers { faults.append("too many offers") }
      if attempts.rejections > policy.maxPreviewRejections { faults.append("too many rejections") }
    }
    if let entered = callback.progress?.enteredAt {
      if let enteredAt, entered != enteredAt { faults.append("the place in line was lost") }
      enteredAt = entered
    }
    if callback.agent != world.agent { faults.append("the state holds another agent than the world") }
    let isFinding: Set<CallbackState.Kind> = [.waitingForAgent, .waitingOnCall]
    if world.finds != isFinding.contains(callback.state.kind) { faults.append("search and state differ") }
    if callback.state.name == .processing, world.customer != .connected || world.agentLine != .connected {
      faults.append("PROCESSING without both on the line")
    }
    if callback.state.name == .completed, !world.isTidy { faults.append("something is left over: \(world)") }
    if random.oneIn(8) {
      do { try checkRecord() } catch { faults.append("\(error)") }
    }
  }

  /// The history explains the state, and the record survives being written and read.
  private mutating func checkRecord() throws {
    if try callback.replayed(policy: policy) != callback.machine { faults.append("history and state differ") }
    if try Callback(stored: callback.stored) != callback { faults.append("JSON does not round-trip") }
  }
}
