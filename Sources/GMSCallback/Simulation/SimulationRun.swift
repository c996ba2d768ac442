#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// One run of a simulation: people come, the player plays, and each interval is counted.
struct SimulationRun {
  private let simulation: Simulation
  private var player: CallbackPlayer<SimulationParties>
  private var arrivals: ArrivalStream
  /// Who comes and what they want; a stream of its own, so that more agents do not change it.
  private var people: SplitMix64
  private var count = 0

  private var tally = SimulationTally()
  private var totals = SimulationTally()
  private var intervals: [SimulationResult.Interval] = []
  private var waits: [Int64] = []
  private var steps = 0
  private var seen: (busy: Int64, searching: Int64) = (0, 0)

  private var plan: SimulationPlan { simulation.plan }

  /// The keys that get no stand-in.
  private static let drawn = CallbackEngine.reservedParameters.union([Callback.numberKey])

  init(_ simulation: Simulation, _ engine: CallbackEngine) {
    let plan = simulation.plan
    self.simulation = simulation
    player = CallbackPlayer(
      engine: engine,
      agents: plan.agents,
      now: plan.from,
      behavior: SimulationParties(plan),
      seed: plan.seed
    )
    arrivals = ArrivalStream(
      plan.arrivals.spans(in: plan.from..<plan.to, zone: simulation.zone),
      seed: plan.seed ^ 0xA221_7A15
    )
    people = SplitMix64(seed: plan.seed ^ 0x9E0_91E5)
    let expected = plan.arrivals.expected(in: plan.from..<plan.to, zone: simulation.zone)
    player.reserveCapacity(Int(expected * 1.05))
  }

  mutating func result() throws -> SimulationResult {
    let end = plan.to.millisecondsSince1970
    var next = arrivals.next()
    var start = plan.from.millisecondsSince1970
    while start < end {
      let boundary = min(start + Int64(plan.interval) * 1000, end)
      while let time = next, time < boundary {
        try player.advance(to: Date(millisecondsSince1970: time))
        try arrive()
        next = arrivals.next()
      }
      // An interval does not hold the instant at which it ends.
      try player.advance(to: Date(millisecondsSince1970: boundary - 1))
      collect()
      close(from: start, to: boundary)
      start = boundary
    }
    let live = try countLive()
    return SimulationResult(
      plan: plan,
      service: simulation.service,
      zoneName: simulation.zone.name,
      target: simulation.target,
      intervals: intervals,
      totals: totals,
      waits: percentiles(),
      live: live,
      steps: steps,
      faults: player.faults,
      faultCount: player.faultCount
    )
  }

  // MARK: - People

  /// Somebody asks for a callback.
  private mutating func arrive() throws {
    count += 1
    tally.arrivals += 1
    let number = drawNumber()
    var desired: Date?
    if people.unit() < plan.scheduledShare {
      let wish = player.now.addingTimeInterval(people.uniform(plan.leadTime)).onMillisecond
      do {
        desired = try freeTime(from: wish)
        if desired == nil { return tally.refused["no-free-slot", default: 0] += 1 }
      } catch let error as any GMSFailure where error.category == .refused {
        return tally.refused[error.failureCode, default: 0] += 1
      }
    }
    do {
      let callback = try player.start(
        StartRequest(simulation.service, customerNumber: number, at: desired, parameters: standIns())
      )
      if case .completed(let completed) = callback.state { end(completed.reason) }
      if desired == nil { tally.immediate += 1 } else { tally.scheduled += 1 }
    } catch let error as any GMSFailure where error.category == .refused || isMissing(error) {
      tally.refused[error.failureCode, default: 0] += 1
    }
  }

  /// Whether somebody could not give what the service demands: a desired time of who wants to be called at
  /// once, or a name that only the engine may give.
  private func isMissing(_ error: any GMSFailure) -> Bool {
    (error as? CallbackError)?.code == .missingParameter
  }

  /// What the service demands of each request, with a value for each person; number and time are drawn.
  private func standIns() -> Options {
    var parameters = Options()
    for key in simulation.mandatoryKeys where !Self.drawn.contains(key) {
      parameters[key] = "simulated-\(count)"
    }
    return parameters
  }

  /// A number of its own: of the area code 555, which belongs to nobody, or one that forces an outcome.
  private mutating func drawNumber() -> String {
    guard plan.forcedShare > 0, people.unit() < plan.forcedShare else { return "+1555\(2_000_000 + count)" }
    let digits = Int(people.unit() * 100)
    // Without 900, whose calls cost extra, and without those that end in 11, which are services.
    let areaCodes = 200..<900
    let areaCode = areaCodes.lowerBound + count % areaCodes.count
    return ForcedOutcome.number(digits, areaCode: areaCode % 100 == 11 ? areaCode + 1 : areaCode)
  }

  /// The first time from a wish on that can still be had, within a day.
  private func freeTime(from wish: Date) throws -> Date? {
    // Mostly there is one within the hour, and the slots of a day need not be looked at.
    for (start, end) in [(0.0, 3600.0), (3600, 86_400)] {
      let request = AvailabilityRequest(
        start: wish.addingTimeInterval(start),
        end: wish.addingTimeInterval(end),
        maxSlots: 1
      )
      let slots = try player.engine.availability(of: simulation.service, request, now: player.now).slots
      if let slot = slots.first { return max(slot.slot.start, wish) }
    }
    return nil
  }

  // MARK: - Counting

  /// Counts the steps that were played since the last time.
  private mutating func collect() {
    for (party, transition) in player.recorded {
      let (from, to) = transition.kinds
      guard from != to, to == .processing || to == .completed else { continue }
      if to == .processing {
        let wait = max(0, transition.at.millisecondsSince1970 - player.parties[party].desired)
        tally.connect(afterMilliseconds: wait, target: Int64(simulation.target) * 1000)
        waits.append(wait)
      }
      if case .completed(let completed) = transition.to {
        end(completed.reason, wasConnected: from == .processing)
      }
    }
    steps += player.recorded.count
    player.recorded.removeAll(keepingCapacity: true)
  }

  /// Counts a callback that is over.
  private mutating func end(_ reason: CompletionReason, wasConnected: Bool = false) {
    tally.outcomes[reason.rawValue, default: 0] += 1
    if !wasConnected { tally.lost += 1 }
  }

  private mutating func close(from start: Int64, to end: Int64) {
    // The last millisecond belongs to the interval, and nothing happens in it any more.
    tally.milliseconds = end - start
    tally.staffedMilliseconds = (end - start) * Int64(plan.agents)
    tally.busyMilliseconds = player.busyMilliseconds - seen.busy
    tally.searchingMilliseconds = player.searchingMilliseconds - seen.searching
    seen = (player.busyMilliseconds, player.searchingMilliseconds)
    tally.longestLine = player.mostSearching
    tally.waiting = player.searching
    player.mostSearching = player.searching
    intervals.append(.init(start: Date(millisecondsSince1970: start), tally: tally))
    totals.add(tally)
    tally = SimulationTally()
  }

  private mutating func percentiles() -> [SimulationResult.WaitPercentile] {
    guard !waits.isEmpty else { return [] }
    waits.sort()
    return [50, 90, 95, 99].map { percent in
      let rank = (waits.count * percent + 99) / 100
      return .init(percent: percent, seconds: Double(waits[max(1, rank) - 1]) / 1000)
    }
  }

  /// Counts the callbacks that are not over, and checks that nobody was lost and that the store agrees.
  private mutating func countLive() throws -> [String: Int] {
    var live: [String: Int] = [:]
    for party in player.parties where party.kind != .completed {
      live[party.kind.name.rawValue, default: 0] += 1
    }
    let accounted = totals.refusals + totals.completed + live.values.reduce(0, +)
    if accounted != totals.arrivals {
      player.fault("\(totals.arrivals) people came, and \(accounted) are accounted for")
    }
    let service = simulation.service
    let engine = player.engine
    for state in CallbackState.Name.allCases where state != .completed {
      let stored = try engine.store.read {
        try $0.count(RecordQuery(.callback, services: [service], states: [state.rawValue]))
      }
      if stored != live[state.rawValue] ?? 0 {
        player.fault(
          "the store has \(stored) callbacks in \(state.rawValue), and \(live[state.rawValue] ?? 0) are known"
        )
      }
    }
    return live
  }
}
