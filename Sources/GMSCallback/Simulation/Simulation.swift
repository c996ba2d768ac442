public import GMSCalendar
public import GMSCore

/// A day of a callback service under a virtual clock: the real engine on a store in memory, with people who come by
/// chance, agents who take who is first in line, and telephony that fails now and then.
///
///     let plan = SimulationPlan(from: nine, to: five, agents: 12, handling: HandlingTime(seconds: 300))
///     let result = try Simulation(plan).run()
///     result.totals.averageWait
///
/// All limits of the service hold, as they do for real requests; people who want to be called later ask for the
/// availability first. A key of one's own that the service demands of each request
/// (`_mandatory_customer_lookup_keys`) gets a stand-in, `simulated-1` for the first who comes and so on: one
/// for each person, as customers have accounts of their own. Agents are there all the time and take callbacks of this one service. No clock is read and
/// nothing is written: the same plan gives the same result, to the byte.
public struct Simulation: Sendable {
  /// What is simulated.
  public let plan: SimulationPlan
  /// The callback service.
  public let service: String
  /// The configuration in which it stands.
  public let configuration: Configuration
  let zone: ZoneRules
  let target: Int
  /// The keys that the service demands of each request (`_mandatory_customer_lookup_keys`).
  let mandatoryKeys: [String]
  private let zones: ZoneDatabase

  /// A simulation of a service of a configuration.
  ///
  /// - Parameters:
  ///   - plan: What is simulated.
  ///   - service: The callback service.
  ///   - configuration: The configuration in which it stands; nothing else of a store is used.
  ///   - zones: Where zones are found.
  /// - Throws: `CallbackError` with code `invalidSimulation` for a plan that cannot be; `CoreError` about the service.
  public init(
    _ plan: SimulationPlan,
    service: String,
    in configuration: Configuration,
    zones: ZoneDatabase = .system
  ) throws {
    self.plan = plan
    self.service = service
    self.configuration = configuration
    self.zones = zones
    let engine = CallbackEngine(store: MemoryStore(configuration: configuration), zones: zones)
    (zone, target, mandatoryKeys) = try engine.store.read { reader in
      let service = try engine.service(service, reader)
      let hours = try service.string(ifSet: "_business_hours_service")
      return (
        try hours.map { try ServiceCalendars(reader, zones: zones).officeHours($0).zone } ?? .utc,
        try plan.target ?? service.integer("_desired_connect_time_threshold"),
        try service.names("_mandatory_customer_lookup_keys")
      )
    }
    try plan.check(zone: zone)
  }

  /// A simulation of a service of an engine's store, whose configuration is copied; its callbacks are not.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation` for a plan that cannot be; `CoreError` about the service,
  ///   or with code `notPermitted` for somebody who may not view it.
  public init(_ plan: SimulationPlan, service: String, of engine: CallbackEngine) throws {
    let configuration = try engine.store.read { reader in
      try engine.authority.require(.view, on: service, reader)
      return try reader.configuration()
    }
    try self.init(plan, service: service, in: configuration, zones: engine.zones)
  }

  /// A simulation of the built-in sample, ``sampleConfiguration``.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation` for a plan that cannot be.
  public init(_ plan: SimulationPlan) throws {
    try self.init(plan, service: Simulation.sampleService, in: Simulation.sampleConfiguration)
  }

  /// Runs it.
  ///
  /// - Throws: errors of the engine that are no refusals of a request; there are none on a store in memory.
  /// - Complexity: O(n log n) for n callbacks; some 40 µs a callback.
  public func run() throws -> SimulationResult {
    let engine = CallbackEngine(
      store: MemoryStore(configuration: configuration),
      zones: zones,
      submit: ForcedOutcome.isTaken
    )
    var run = SimulationRun(self, engine)
    return try run.result()
  }
}
