#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

/// The engine's double of telephony and agents: it takes the actions of every step and plays them back as events, under
/// a clock that its owner moves.
///
/// What parties do is up to a ``PartyBehavior``; with ``ForcedBehavior`` the customer's number decides. Agents are
/// `agent-1`, `agent-2` …; each has one callback at a time, takes who is first in line, and the one who has been
/// free for longest comes first. The driver is called exactly when something is due. The same calls give the same
/// steps.
///
///     var player = CallbackPlayer(engine: engine, agents: 2, now: nine, behavior: ForcedBehavior())
///     let callback = try player.start(StartRequest("support", customerNumber: "+1 202 555 0112"))
///     try player.advance(to: ten)
///     try engine.callback(callback.id.text).state        // COMPLETED, AGENT_CONNECTED at the third call
///     player.faults                                      // []
///
/// It checks while it plays what an engine owes to those who rely on it, and notes what it finds in ``faults``: a
/// customer is never called twice at once, an agent has never two callbacks, a callback keeps its place in line, time
/// never goes back, nobody is held or on the line when a callback is over, and no event that was asked for is refused.
public struct CallbackPlayer<Behavior: PartyBehavior> {
  /// The engine, whose store holds the callbacks.
  public let engine: CallbackEngine
  /// What the parties do.
  public var behavior: Behavior
  /// What the clock shows.
  public internal(set) var now: Date
  /// The callbacks that wait for an agent, in the order in which they are served.
  public internal(set) var line = WaitingLine()
  /// What the engine owed and did not do, the first twenty; empty for an engine without faults.
  public internal(set) var faults: [String] = []
  /// How many faults there were.
  public internal(set) var faultCount = 0
  /// How many agents there are.
  public var agentCount: Int { agents.count }
  /// How many agents are held by callbacks.
  public var busyAgents: Int { agents.count - idle.count }
  /// When something happens next, as far as is known; nil for never.
  public var nextTime: Date? { moments.nextTime.map { Date(millisecondsSince1970: $0) } }

  let seed: UInt64
  var clock: Int64
  var parties: [PlayedParty] = []
  var indexes: [CallbackID: Int] = [:]
  var moments = PlayedMoments()
  /// The callback that each agent has; -1 for none.
  var agents: [Int]
  let agentNames: [String]
  /// The free agents, the one who has been free for longest first.
  var idle = AgentQueue()
  /// How many callbacks look for an agent, those that never find one included.
  var searching = 0
  /// The most that did so since somebody set it back.
  var mostSearching = 0
  /// For how long agents were held, and callbacks looked for one, all together.
  var busyMilliseconds: Int64 = 0
  var searchingMilliseconds: Int64 = 0
  var recorded: [(party: Int, transition: CallbackTransition)] = []
  var canReject: [String: Bool] = [:]

  /// A player on an engine.
  ///
  /// - Parameters:
  ///   - engine: The engine. Only callbacks that this player starts or joins are played, and those that the driver moves.
  ///   - agents: How many agents there are, 0 or more.
  ///   - now: What the clock shows at first.
  ///   - behavior: What the parties do.
  ///   - seed: What ids come from.
  public init(engine: CallbackEngine, agents: Int, now: Date, behavior: Behavior, seed: UInt64 = 1) {
    precondition(agents >= 0, "There are 0 agents or more.")
    self.engine = engine
    self.behavior = behavior
    self.now = now.onMillisecond
    self.seed = seed
    clock = now.millisecondsSince1970
    self.agents = Array(repeating: -1, count: agents)
    agentNames = (0..<agents).map { "agent-\($0 + 1)" }
    for agent in 0..<agents { idle.append(agent) }
  }

  /// Starts a callback now, and plays what follows at once.
  ///
  /// - Returns: The callback as the engine answered it.
  /// - Throws: as ``CallbackEngine/start(_:_:)`` does.
  @discardableResult
  public mutating func start(_ request: StartRequest) throws -> Callback {
    let callback = try engine.start(request, context)
    enter(callback)
    try match()
    mostSearching = max(mostSearching, searching)
    return callback
  }

  /// Takes over a callback that was made elsewhere, unless it is known already or over.
  ///
  /// One in which somebody is engaged already is left to its timers.
  public mutating func join(_ callback: Callback) throws {
    guard indexes[callback.id] == nil, callback.state.name != .completed else { return }
    enter(callback)
    try match()
  }

  /// Tells a callback of something that comes from elsewhere, such as a cancellation, and plays what follows.
  ///
  /// - Returns: The callback after it.
  /// - Throws: as ``CallbackEngine/apply(_:to:_:)`` does.
  @discardableResult
  public mutating func apply(_ event: CallbackEvent, to id: CallbackID) throws -> Callback {
    if indexes[id] == nil { try join(engine.callback(id.text)) }
    let (callback, transitions) = try engine.apply(event, to: id.text, context)
    if let party = indexes[id] {
      parties[party].desired = callback.desired.millisecondsSince1970
      parties[party].expiration = callback.expiration
      for transition in transitions { take(transition, of: party) }
      settle(party, due: callback.nextDue)
      try match()
    }
    return callback
  }

  /// Moves the clock on, and plays everything that happens until then, that instant included.
  ///
  /// - Throws: what the engine throws when the store cannot be read or written.
  public mutating func advance(to end: Date) throws {
    let limit = end.millisecondsSince1970
    while let moment = moments.next(upTo: limit) {
      moveClock(to: moment.time)
      try play(moment)
      mostSearching = max(mostSearching, searching)
    }
    moveClock(to: limit)
  }

  private mutating func moveClock(to time: Int64) {
    guard time > clock else { return }
    busyMilliseconds += (time - clock) * Int64(busyAgents)
    searchingMilliseconds += (time - clock) * Int64(searching)
    clock = time
    now = Date(millisecondsSince1970: time)
  }

  /// The steps since the last call, in the order in which they happened; those of starts, which the engine does not
  /// tell, are not among them.
  public mutating func takeSteps() -> [DriverStep] {
    let steps = recorded.map {
      DriverStep(id: parties[$0.party].id, service: parties[$0.party].service, transition: $0.transition)
    }
    recorded.removeAll(keepingCapacity: true)
    return steps
  }

  /// Makes room for so many callbacks.
  mutating func reserveCapacity(_ count: Int) {
    parties.reserveCapacity(count)
    indexes.reserveCapacity(count)
  }

  var context: RequestContext {
    RequestContext(now: now, randomness: .seed(seed), command: "played telephony")
  }

  /// Notes a fault of the engine.
  mutating func fault(_ sentence: String) {
    faultCount += 1
    if faults.count < 20 { faults.append("\(InstantText.print(now)): \(sentence)") }
  }
}
