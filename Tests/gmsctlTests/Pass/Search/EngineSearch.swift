import Foundation
import GMSCalendar
import GMSCallback
import GMSCore

/// Every interleaving of commands on a store with two callbacks, two agents and one access number, to a depth, through the
/// real engine: each situation is a store in memory that is made again from its records.
struct EngineSearch {
  /// Everything that a store holds, and the time.
  struct Node {
    var configuration: Configuration
    var records: [StoredRecord]
    var now: Date
  }

  let configurationText: String
  /// Rules beside those that always hold; nil, or what is wrong.
  var rules: [@Sendable ([Callback]) -> String?] = []
  private(set) var situations = 0
  private(set) var transitions = 0
  private(set) var refusals = 0
  private(set) var counterexample: SearchScript?
  private var ids: [String] = []
  private var starts: [(words: [String], now: String)] = []

  private static let kinds: [RecordKind] = [
    .callback, .booking, .instance, .notification, .storage, .node, .numberOrder,
  ]

  init(_ configuration: String) { configurationText = configuration }

  /// Tries everything, so many commands deep.
  mutating func run(depth: Int, desired: [String?] = [nil, nil]) throws {
    var nodes = [(node: try first(desired), parent: -1, command: SearchCommand.run)]
    var seen: Set = [try key(nodes[0].node, Self.open(nodes[0].node))]
    var level = 0..<1
    for _ in 0..<depth {
      for index in level {
        let node = nodes[index].node
        for (command, now) in try commands(node) {
          transitions += 1
          let store = try Self.open(node)
          let before = try callbacks(store)
          var fault: String?
          do {
            try command.perform(CallbackEngine(store: store), ids, RequestContext(now: now))
          } catch let error as any GMSFailure {
            refusals += 1
            if try Self.close(store, now).records != node.records {
              fault = "a refusal wrote something: \(error)"
            }
          }
          let next = try Self.close(store, now)
          fault = try fault ?? self.fault(store, before: before, now)
          if let fault {
            var path = [(command.words, InstantText.print(now))]
            var at = index
            while at > 0 {
              path.append((nodes[at].command.words, InstantText.print(nodes[at].node.now)))
              at = nodes[at].parent
            }
            counterexample = SearchScript(
              configuration: configurationText,
              starts: starts,
              commands: path.reversed(),
              fault: fault
            )
            situations = seen.count
            return
          }
          if seen.insert(try key(next, store)).inserted { nodes.append((next, index, command)) }
        }
      }
      level = level.upperBound..<nodes.count
    }
    situations = seen.count
  }

  // MARK: Stores

  private mutating func first(_ desired: [String?]) throws -> Node {
    let configuration = try ConfigurationReader.read(configurationText)
    let store = MemoryStore()
    try store.write(StoreChange(time: SearchCompany.start, command: "search")) {
      try $0.setConfiguration(configuration)
    }
    let engine = CallbackEngine(store: store)
    for index in SearchCompany.names.indices {
      let now = SearchCompany.start + Double(index)
      let callback = try engine.start(
        StartRequest(
          "support",
          customerNumber: "500\(index)",
          at: desired[index].map { try InstantText.read($0) }
        ),
        RequestContext(now: now, randomness: .seed(UInt64(index + 1)))
      )
      ids.append(callback.id.text)
      starts.append((SearchCompany.startWords(index, at: desired[index]), InstantText.print(now)))
    }
    return try Self.close(store, SearchCompany.start + 1)
  }

  private static func open(_ node: Node) throws -> MemoryStore {
    let store = MemoryStore(configuration: node.configuration)
    try store.write(StoreChange(time: node.now, command: "search")) { writer in
      for record in node.records { try writer.put(record) }
    }
    return store
  }

  private static func close(_ store: MemoryStore, _ now: Date) throws -> Node {
    try store.read { reader in
      Node(
        configuration: try reader.configuration(),
        records: try kinds.flatMap { try reader.records(RecordQuery($0, order: .created)) },
        now: now
      )
    }
  }

  private func callbacks(_ store: MemoryStore) throws -> [Callback] {
    try store.read { reader in
      try ids.compactMap { try reader.record(.callback, $0).map(Callback.init(stored:)) }
    }
  }

  /// What tells one situation from another: everything but histories and messages.
  private func key(_ node: Node, _ store: MemoryStore) throws -> [String] {
    let callbacks = try callbacks(store)
    return callbacks.map { "\($0.machine) \($0.bookings)" }
      + node.records.filter { $0.kind == .booking }.map(\.body)
      + ["\(node.now.timeIntervalSince1970)", "\(node.configuration.options)"]
  }

  // MARK: Moves

  /// Every command that the callbacks take, at this instant, and the passing of time until something falls due.
  private func commands(_ node: Node) throws -> [(SearchCommand, Date)] {
    let store = try Self.open(node)
    let callbacks = try callbacks(store)
    let isPaused = !(node.configuration.options["callback"]?["_paused_services_list"] ?? "").isEmpty
    var commands: [(SearchCommand, Date)] = [(.pause(!isPaused), node.now)]
    if let due = try CallbackEngine(store: store).nextDue() { commands.append((.run, max(due, node.now))) }
    let policy = try store.read { try CallbackPolicy(ConfiguredService("support", in: $0.configuration())) }
    for callback in callbacks {
      guard let index = ids.firstIndex(of: callback.id.text) else { continue }
      // One that is refused, because a refusal has to leave everything as it was.
      commands.append((.event(index, .submitted), node.now))
      for name in callback.machine.acceptedEvents(policy: policy) where name.source != .time {
        switch name {
        case .agentReserved:
          let held = callbacks.compactMap(\.agent)
          guard let free = ["kate", "tom"].first(where: { !held.contains($0) }) else { continue }
          commands.append((.event(index, .agentReserved(agent: free)), node.now))
        case .rescheduled: commands.append((.reschedule(index, to: node.now + 300), node.now))
        case .cancelled: commands.append((.cancel(index), node.now))
        case .failed: commands.append((.event(index, .failed(.error)), node.now))
        case .servicePaused, .serviceResumed, .submitted, .submissionFailed: continue
        default:
          let event = try CallbackEvent(name: name.rawValue)
          commands.append((.event(index, event), node.now))
        }
      }
    }
    return commands
  }

  // MARK: Rules

  private func fault(_ store: MemoryStore, before: [Callback], _ now: Date) throws -> String? {
    let after = try callbacks(store)
    let held = after.compactMap(\.agent)
    if Set(held).count != held.count { return "one agent on two callbacks: \(held)" }
    for old in before {
      guard let new = after.first(where: { $0.id == old.id }) else {
        // The end of its life, at which it is completed, is the end of its record, too.
        guard old.expiration <= now else { return "a record is gone before its time" }
        continue
      }
      if old.state.name == .completed, new != old { return "a COMPLETED callback has changed" }
      if let entered = old.progress?.enteredAt, let kept = new.progress?.enteredAt, entered != kept {
        return "the place in line was lost"
      }
      if new.history.prefix(old.history.count) != old.history[...] { return "the history was changed" }
    }
    return try store.read { reader in
      let configuration = try reader.configuration()
      let policy = try CallbackPolicy(ConfiguredService("support", in: configuration))
      let isPaused = !(configuration.options["callback"]?["_paused_services_list"] ?? "").isEmpty
      for callback in after {
        if try callback.replayed(policy: policy) != callback.machine { return "history and state differ" }
        switch callback.state {
        case .queued(let queued):
          if isPaused, queued.phase.canPause { return "a callback of a paused service waits QUEUED" }
        case .paused: if !isPaused { return "a callback is PAUSED whose service is not" }
        case .scheduled, .routing, .processing, .completed: break
        }
      }
      if let fault = try bookingFault(reader, after, now) { return fault }
      for rule in rules { if let fault = rule(after) { return fault } }
      return nil
    }
  }

  /// No live booking without a live callback that waits for a call, and none twice.
  private func bookingFault(_ reader: any StoreReader, _ callbacks: [Callback], _ now: Date) throws -> String?
  {
    var numbers: Set<String> = []
    for record in try reader.records(RecordQuery(.booking)) {
      let booking = try AccessBooking(stored: record)
      guard booking.ends > now else { continue }
      if !numbers.insert(booking.id.number).inserted { return "a number is booked twice" }
      guard let callback = callbacks.first(where: { $0.id.text == booking.service }) else {
        return "a booking of no callback is live"
      }
      guard [.waitingForCustomer, .agentWaitsForCustomer].contains(callback.state.kind) else {
        return "a booking is live of a callback that is \(callback.state.kind.rawValue)"
      }
    }
    return nil
  }
}
