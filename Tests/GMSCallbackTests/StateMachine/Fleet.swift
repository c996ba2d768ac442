import Foundation
import GMSCallback
import GMSTestSupport

/// Several callbacks of one service, several agents, one line, a pause and a clock: what a queue is in small.
///
/// It knows the machine by its answers only. Order in line is kept by the model itself, from the instants at which
/// callbacks entered, so that a place that the machine loses is seen.
struct Fleet {
  /// A callback and what the model knows of it.
  struct Member {
    var callback: Callback
    var world = World()
    var bound = EndBound()
    var timeEvents = 0
    /// When it entered the queue, as the model saw it.
    var enteredAt: Date?
  }

  private(set) var members: [Member] = []
  private(set) var faults: [String] = []
  /// Events that were offered to the machine, refusals included.
  private(set) var events = 0
  private(set) var lines: [String] = []
  private let policy: CallbackPolicy
  private var free = ["kate", "tom", "ann"]
  private var isPaused = false
  private var now = nine(-600)
  private var random: SeededGenerator

  init(policy: CallbackPolicy, callbacks: Int = 6, seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    var policy = policy
    if random.oneIn(3) { policy.queueTimeToLive = Int.random(in: 60...2000, using: &random) }
    if random.oneIn(4) { policy.timeToLive = Int.random(in: 600...4000, using: &random) }
    self.policy = policy
    for _ in 0..<callbacks {
      let callback = Callback(
        id: CallbackID(node: 1, using: &random),
        service: "support",
        desired: nine(Int.random(in: -300...60, using: &random)),
        created: now,
        priority: Int.random(in: 0...1, using: &random),
        policy: policy
      )
      members.append(Member(callback: callback))
    }
  }

  /// Random events, then time alone until all is over.
  mutating func run(steps: Int) {
    for _ in 0..<steps where faults.isEmpty { turn() }
    isPaused = false
    for index in members.indices { step(index, .serviceResumed) }
    while let index = earliest(by: .distantFuture), faults.isEmpty { fire(index) }
    for (index, member) in members.enumerated() where faults.isEmpty {
      if !member.world.isTidy { fault(index, "something is left over: \(member.world)") }
      checkRecord(index)
    }
    if faults.isEmpty, Set(free) != ["kate", "tom", "ann"] { faults.append("agents are lost: \(free)") }
  }

  private mutating func turn() {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: togglePause()
    case 1...4: moveOn(by: Double(Int.random(in: 0...60_000, using: &random)) / 1000)
    case 5...8: dispatch()
    default:
      let index = Int.random(in: 0..<members.count, using: &random)
      step(index, choose(index))
    }
  }

  private mutating func togglePause() {
    isPaused.toggle()
    for index in members.indices { step(index, isPaused ? .servicePaused : .serviceResumed) }
  }

  // MARK: Time

  private mutating func moveOn(by seconds: Double) {
    let end = now + seconds
    while let index = earliest(by: end), faults.isEmpty { fire(index) }
    now = max(now, end)
  }

  /// The live callback whose next timer falls due first; of equals the one that entered first.
  private func earliest(by end: Date) -> Int? {
    members.indices.filter { members[$0].callback.state.name != .completed }
      .min { members[$0].callback.nextDue < members[$1].callback.nextDue }
      .flatMap { members[$0].callback.nextDue <= end ? $0 : nil }
  }

  private mutating func fire(_ index: Int) {
    let timer = members[index].callback.machine.nextTimer
    now = max(now, timer.due)
    step(index, timer.event)
    if members[index].timeEvents > members[index].bound.timeEvents(policy) {
      fault(index, "more events of time than \(members[index].bound.timeEvents(policy))")
    }
  }

  // MARK: Agents

  /// Gives a free agent to the first in line.
  private mutating func dispatch() {
    guard let agent = free.first else { return }
    let waiting = members.indices.filter { members[$0].world.finds }
    let byModel = waiting.min { precedes($0, $1) }
    let byPlace = waiting.min {
      guard let left = members[$0].callback.place, let right = members[$1].callback.place else {
        return false
      }
      return left < right
    }
    guard let chosen = byPlace else { return }
    if byPlace != byModel { fault(chosen, "the place in line is not that of the time of entering") }
    for other in waiting where other != chosen {
      let (one, two) = (members[chosen], members[other])
      if one.callback.priority == two.callback.priority, let first = one.enteredAt,
        let second = two.enteredAt, second < first
      {
        fault(chosen, "overtook one that came at \(second)")
      }
    }
    step(chosen, .agentReserved(agent: agent))
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, two) = (members[left], members[right])
    if one.callback.priority != two.callback.priority { return one.callback.priority > two.callback.priority }
    if let first = one.enteredAt, let second = two.enteredAt, first != second { return first < second }
    return one.callback.id < two.callback.id
  }

  // MARK: Events

  /// Mostly an event that the state has in its table, now and then any.
  private mutating func choose(_ index: Int) -> CallbackEvent {
    let all = StateMatrixTests.events
    let table = random.oneIn(8) ? all : StateMatrixTests.taken[members[index].callback.state.kind] ?? all
    let event = table.randomElement(using: &random) ?? .submitted
    switch event.name {
    // Agents come from the line alone; a callback that ends at once meets nothing.
    case .agentReserved: return .submitted
    case .cancelled, .cancelledByAdministrator, .failed, .numberInvalid:
      return random.oneIn(12) ? event : .submitted
    case .rescheduled:
      return .rescheduled(desired: now + Double(Int.random(in: 0...99_999, using: &random)) / 1000)
    default: return event
    }
  }

  private mutating func step(_ index: Int, _ event: CallbackEvent) {
    events += 1
    let before = members[index].callback
    lines.append("\(now.timeIntervalSince(nine)) \(index) \(before.state.kind.rawValue) + \(event)")
    if lines.count > 80 { lines.removeFirst(40) }
    do {
      let step = try members[index].callback.apply(event, at: now, policy: policy)
      if step.noOp != nil {
        if members[index].callback != before { fault(index, "a no-op changed something") }
        return
      }
      take(index, step, before)
      // As the engine does it: what waits while the service is paused is paused.
      if isPaused, case .queued(let queued) = members[index].callback.state, queued.phase.canPause {
        self.step(index, .servicePaused)
      }
    } catch {
      if members[index].callback.machine != before.machine { fault(index, "a refusal changed something") }
    }
  }

  private mutating func take(_ index: Int, _ step: CallbackTransition, _ before: Callback) {
    if before.state.name == .completed {
      if step.event != .retentionEnded { fault(index, "COMPLETED took \(step.event)") }
      return
    }
    if step.event.name.source == .time { members[index].timeEvents += 1 }
    members[index].bound.count(step.event)
    if before.state.name == .scheduled, step.to.name == .queued { members[index].enteredAt = step.at }
    if case .agentReserved(let agent) = step.event {
      guard let place = free.firstIndex(of: agent) else { return fault(index, "\(agent) is not free") }
      free.remove(at: place)
    }
    members[index].world.happen(step.event)
    for action in step.actions {
      members[index].world.execute(action)
      if case .releaseAgent(let agent) = action {
        if free.contains(agent) { fault(index, "\(agent) was free already") }
        free.append(agent)
      }
    }
    for fault in members[index].world.faults { self.fault(index, fault) }
    let callback = members[index].callback
    if let entered = callback.progress?.enteredAt, entered != members[index].enteredAt {
      fault(index, "the place in line was lost")
    }
    if callback.agent != members[index].world.agent { fault(index, "state and world hold other agents") }
    let held = members.compactMap(\.callback.agent)
    if Set(held).count != held.count { fault(index, "one agent on two callbacks: \(held)") }
    if let attempts = callback.progress?.attempts { check(index, attempts) }
    if case .completed(let completed) = callback.state {
      if completed.at > EndBound.end(callback.machine) { fault(index, "ended only at \(completed.at)") }
      if !members[index].world.isTidy { fault(index, "something is left over: \(members[index].world)") }
    }
    if random.oneIn(40) { checkRecord(index) }
  }

  private mutating func check(_ index: Int, _ attempts: CallbackAttempts) {
    if attempts.submissions > policy.maxSubmissions { fault(index, "too many submissions") }
    if attempts.dials > policy.maxDials { fault(index, "too many dials") }
    if attempts.transfers > policy.maxTransfers { fault(index, "too many transfers") }
    if attempts.confirmations > policy.maxConfirmations { fault(index, "too many confirmations") }
    if attempts.offers > policy.maxOffers { fault(index, "too many offers") }
    if attempts.rejections > policy.maxPreviewRejections { fault(index, "too many rejections") }
  }

  /// The history explains the state, and the record survives being written and read.
  private mutating func checkRecord(_ index: Int) {
    let callback = members[index].callback
    do {
      if try callback.replayed(policy: policy) != callback.machine {
        fault(index, "history and state differ")
      }
      if try Callback(stored: callback.stored) != callback { fault(index, "the record does not read") }
    } catch {
      fault(index, "\(error)")
    }
  }

  private mutating func fault(_ index: Int, _ text: String) { faults.append("callback \(index): \(text)") }
}
