import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// Random callbacks of three services, and of one that is gone, in every state; few values, so that many are
/// alike.
struct Crowd {
  static let services = ["a", "b", "c"]
  static let gone = "gone"
  static let section: Options = [
    "returned-keys": "lob", "filter-keys": "lob,vip",
    "callback_column_alias": #"{"lob":"Line Of Business","_customer_number":"Phone"}"#,
  ]

  let store: any Store
  let engine: CallbackEngine
  var random: SeededGenerator
  private(set) var callbacks: [Callback] = []

  init(seed: UInt64, count: Int, section: Options = Crowd.section, in store: any Store = MemoryStore()) throws
  {
    self.store = store
    engine = CallbackEngine(store: store)
    random = SeededGenerator(seed: seed)
    let own = Self.services.map { ($0, ["_type": "ors", "_service": "callback"] as Options) }
    var services = Dictionary(uniqueKeysWithValues: own)
    services["b"]?["_customer_lookup_keys"] = "_customer_number,city"
    services["Office"] = ["_type": "builtin", "_service": "office-hours"]
    let configuration = Configuration(
      options: ["callback": section],
      services: services,
      accounts: [
        "kate": ["roles": "Supervisor", "services": "a,b"],
        "sam": ["roles": "Supervisor", "services": "c,Office"],
        "reader": ["roles": "CallbackReadOnly"], "root": ["roles": "Administrator"],
      ]
    )
    for _ in 0..<count { callbacks.append(make()) }
    let made = callbacks
    try store.write(Self.change) { writer in
      try writer.setConfiguration(configuration)
      for callback in made { try writer.put(callback.stored) }
    }
  }

  static var change: StoreChange { StoreChange(time: nine, command: "test") }

  /// A new callback, not in the store.
  mutating func make() -> Callback {
    let situation = pick(Situation.all)
    let isOver = situation.state.name == .completed
    var state = situation.state
    if isOver {
      state = .completed(
        CallbackState.Completed(
          reason: pick([.cancelled, .cancelledByAdministrator, .agentConnected, .failError]),
          note: random.oneIn(2) ? "storm, \"big\"" : nil,
          at: nine(Int.random(in: -5...5, using: &random) * 60),
          attempts: CallbackAttempts()
        )
      )
    }
    var properties: [String: String] = [:]
    if !random.oneIn(4) {
      properties["_customer_number"] = pick(["5115", "51-15", "5116", "+1 (650) 466-3204"])
    }
    if !random.oneIn(3) { properties["lob"] = pick(["sales", "service", "!x", "=1+1", "a,b\r\n\"c\""]) }
    if random.oneIn(2) { properties["vip"] = pick(["yes", "no", ""]) }
    if random.oneIn(2) { properties["city"] = pick(["Rome", "Oslo"]) }
    return Callback(
      id: CallbackID(node: Int.random(in: 1...3, using: &random), using: &random),
      service: pick(isOver ? Self.services + [Self.gone] : Self.services),
      created: nine(-3600),
      requested: nine(-60),
      priority: 0,
      properties: properties,
      machine: CallbackStateMachine(
        state: state,
        // A few instants only, so that many are desired at the same time.
        desired: nine(Int.random(in: 0..<12, using: &random) * 300),
        timeToLive: 86_400
      ),
      history: []
    )
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  /// Puts a new callback into the store.
  mutating func add() throws {
    let callback = make()
    callbacks.append(callback)
    try store.write(Self.change) { try $0.put(callback.stored) }
  }

  /// Takes a callback out of the store, and answers its id.
  mutating func removeOne() throws -> CallbackID {
    let callback = callbacks.remove(at: Int.random(in: callbacks.indices, using: &random))
    try store.write(Self.change) { _ = try $0.remove(.callback, callback.id.text) }
    return callback.id
  }

  /// A filter of random parts.
  mutating func filter() -> CallbackFilter {
    var filter = CallbackFilter(maxPerService: pick([1, 2, 7, 500, .max]))
    if random.oneIn(3) { filter.services = Set([pick(Self.services), pick(Self.services + [Self.gone])]) }
    if random.oneIn(3) {
      filter.states = Set([pick(CallbackState.Name.allCases), pick(CallbackState.Name.allCases)])
    }
    let (early, late) = (nine(Int.random(in: -1..<12, using: &random) * 300), nine(3_000))
    if random.oneIn(3) { filter.from = early }
    if random.oneIn(3) { filter.to = max(early, late) }
    if random.oneIn(4) {
      filter.reasons = random.oneIn(2) ? CallbackFilter.cancellations : [.agentConnected]
    }
    if random.oneIn(4) { filter.completedFrom = nine(Int.random(in: -6...6, using: &random) * 60) }
    let conditions = [
      ("lob", "sales"), ("Line Of Business", "!service"), ("lob", "!!x"), ("vip", "yes"), ("vip", "!no"),
      ("vip", ""), ("_customer_number", "(51) 15"), ("Phone", "!5116"), ("_callback_state", "QUEUED"),
      ("_callback_reason", "!CANCELLED"), ("_service_name", "a"),
    ]
    for _ in 0..<pick([0, 0, 1, 2, 3]) {
      let (key, value) = pick(conditions)
      filter.conditions.append(PropertyCondition(key: key, value: value))
    }
    if random.oneIn(2) { filter.match = .any }
    return filter
  }
}
