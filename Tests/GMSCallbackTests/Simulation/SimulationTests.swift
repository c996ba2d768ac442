import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

struct SimulationTests {
  static func plan(
    _ range: String = "2026-11-23T08:00Z/2026-11-23T18:00Z",
    agents: Int = 6,
    seconds: Double = 240,
    seed: UInt64 = 1
  ) -> SimulationPlan {
    let range = span(range)
    var plan = SimulationPlan(
      from: range.lowerBound,
      to: range.upperBound,
      agents: agents,
      handling: HandlingTime(seconds: seconds)
    )
    plan.seed = seed
    return plan
  }

  @Test func theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws {
    var plan = Self.plan("2026-11-23T09:00Z/2026-11-23T11:00Z")
    plan.forcedShare = 0.2
    let first = try JSONWriter.compact(Simulation(plan).run().json)
    #expect(try JSONWriter.compact(Simulation(plan).run().json) == first)
    plan.seed = 2
    #expect(try JSONWriter.compact(Simulation(plan).run().json) != first)
  }

  @Test func moreAgentsDoNotChangeWhoComes() throws {
    let few = try Simulation(Self.plan("2026-11-23T09:00Z/2026-11-23T11:00Z", agents: 2)).run()
    let many = try Simulation(Self.plan("2026-11-23T09:00Z/2026-11-23T11:00Z", agents: 20)).run()
    #expect(few.intervals.map(\.tally.arrivals) == many.intervals.map(\.tally.arrivals))
    #expect(few.totals.connected < many.totals.connected)
    let (slow, quick) = (try #require(few.totals.averageWait), try #require(many.totals.averageWait))
    #expect(slow > 2 * quick)
  }

  @Test func withoutAgentsNobodyIsServed() throws {
    let result = try Simulation(Self.plan("2026-11-23T09:00Z/2026-11-23T11:00Z", agents: 0)).run()
    #expect(result.totals.arrivals > 100)
    #expect(result.totals.connected == 0)
    #expect(result.totals.occupancy == nil)
    #expect(result.totals.averageWait == nil)
    #expect(result.waits.isEmpty)
    #expect(result.faults == [])
    #expect(result.totals.waiting > 50)
  }

  @Test func withoutPeopleNothingHappens() throws {
    var plan = Self.plan()
    plan.arrivals = try ArrivalPattern("0/h")
    let result = try Simulation(plan).run()
    var nothing = SimulationTally()
    nothing.milliseconds = 36_000_000
    nothing.staffedMilliseconds = 6 * 36_000_000
    #expect(result.totals == nothing)
    #expect(result.intervals.count == 40)
    #expect(result.live == [:])
  }

  /// 30 days of very different kinds: nobody is lost, and the engine keeps its promises.
  @Test(arguments: 0..<30)
  func everybodyIsAccountedFor(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var plan = Self.plan(
      "2026-11-23T07:30Z/2026-11-23T09:40Z",
      agents: Int.random(in: 0...9, using: &generator),
      seconds: Double(Int.random(in: 20...600, using: &generator)),
      seed: UInt64(seed)
    )
    plan.arrivals = try ArrivalPattern(perHour: Double(Int.random(in: 10...120, using: &generator)))
    plan.scheduledShare = Double.random(in: 0...1, using: &generator)
    plan.forcedShare = Double.random(in: 0...1, using: &generator)
    plan.patience = generator.oneIn(3) ? nil : 600
    plan.patienceOnLine = generator.oneIn(3) ? nil : 20
    plan.leadTime = 0...3000
    plan.handling.distribution = try #require(
      HandlingTime.Distribution.allCases.randomElement(using: &generator)
    )
    plan.interval = [60, 420, 900, 3600].randomElement(using: &generator) ?? 900
    let options: [(String, [String])] = [
      ("_userterminated_first_connect_party", ["CUSTOMER", "AGENT"]),
      ("_wait_for_agent", ["true", "false"]), ("_wait_for_user_confirm", ["true", "false"]),
      ("_on_user_confirm_timeout", ["CONNECT-ANYWAY", "CANCEL"]), ("_agent_preview", ["true", "false"]),
      ("_agent_preview_allow_reject", ["0", "2"]), ("_max_request_by_time_bucket", ["1", "10"]),
      ("_max_queued_callbacks_per_service", ["5", "1000"]), ("_urs_queued_ttl", ["900", "14400"]),
      ("_dial_retry_timeout", ["0", "300"]), ("_max_ors_submit_attempts", ["1", "3"]),
      ("_ttl", ["1200", "86400"]),
    ]
    var configuration = Simulation.sampleConfiguration
    for (name, values) in options {
      configuration.services["sample"]?[name] = values.randomElement(using: &generator)
    }
    let result = try Simulation(plan, service: "sample", in: configuration).run()
    let totals = result.totals
    #expect(result.faults == [])
    #expect(totals.arrivals == totals.refusals + totals.scheduled + totals.immediate)
    #expect(totals.scheduled + totals.immediate == totals.completed + result.live.values.reduce(0, +))
    #expect(totals.connectedInTime <= totals.connected)
    #expect(
      result.live["PROCESSING", default: 0] + totals.outcomes["AGENT_CONNECTED", default: 0]
        == totals.connected
    )
    #expect(totals.lost + totals.outcomes["AGENT_CONNECTED", default: 0] == totals.completed)
    #expect(totals.busyMilliseconds <= totals.staffedMilliseconds)
    #expect(result.intervals.reduce(0) { $0 + $1.tally.milliseconds } == 7_800_000)
    #expect(result.intervals.first?.start == plan.from)
  }

  @Test func theServicesOwnLimitsHold() throws {
    var configuration = Simulation.sampleConfiguration
    configuration.services["sample"]?["_max_request_by_time_bucket"] = "1"
    configuration.services["sample-hours"]?["_bh_regular1"] = "Mon-Sun 09:00-10:00"
    var plan = Self.plan("2026-11-23T08:00Z/2026-11-23T10:30Z", agents: 5)
    plan.arrivals = try ArrivalPattern("120/h")
    plan.scheduledShare = 0.5
    plan.leadTime = 0...3600
    let result = try Simulation(plan, service: "sample", in: configuration).run()
    // Twelve slots of one callback each on this day and on the next: the others find nothing, or a closed office.
    #expect(result.totals.scheduled <= 24)
    #expect(result.totals.refused["no-free-slot", default: 0] > 50)
    #expect(result.totals.refused["outside-office-hours", default: 0] > 50)
    #expect(Set(result.totals.refused.keys) == ["no-free-slot", "outside-office-hours"])
    #expect(result.intervals.first?.tally.immediate == 0)
    #expect(result.faults == [])
  }

  @Test func intervalsCanBePutTogether() throws {
    let result = try Simulation(Self.plan("2026-11-23T09:00Z/2026-11-23T11:10Z")).run()
    #expect(result.intervals.count == 9)
    #expect(result.intervals.last?.tally.milliseconds == 600_000)
    let hours = result.intervals(atMost: 3)
    #expect(hours.map(\.start) == [0, 3, 6].map { result.intervals[$0].start })
    #expect(hours.reduce(0) { $0 + $1.tally.arrivals } == result.totals.arrivals)
    #expect(hours.map(\.tally.longestLine).max() == result.totals.longestLine)
    #expect(result.intervals(atMost: 1)[0].tally == result.totals)
    #expect(result.intervals(atMost: 9) == result.intervals)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let message: String
    let change: @Sendable (inout SimulationPlan) throws -> Void
    init(
      _ name: String,
      _ message: String,
      _ change: @escaping @Sendable (inout SimulationPlan) throws -> Void
    ) {
      testDescription = name
      self.message = message
      self.change = change
    }
  }

  @Test(arguments: [
    Refusal(
      "an end at the beginning",
      "'2026-11-23T08:00:00.000Z' cannot be the simulation's 'to'; give a time after the beginning, 2026-11-23T08:00:00.000Z"
    ) { $0.to = $0.from },
    Refusal(
      "an end before the beginning",
      "'2026-11-23T07:00:00.000Z' cannot be the simulation's 'to'; give a time after the beginning, 2026-11-23T08:00:00.000Z"
    ) { $0.to = $0.from.addingTimeInterval(-3600) },
    Refusal(
      "more than 31 days",
      "'2026-12-24T08:00:01.000Z' cannot be the simulation's 'to'; give a time at most 31 days after 2026-11-23T08:00:00.000Z"
    ) { $0.to = $0.from.addingTimeInterval(31 * 86_400 + 1) },
    Refusal("fewer than no agents", "'-1' cannot be the simulation's 'agents'; give a number of 0 to 100000")
    {
      $0.agents = -1
    },
    Refusal(
      "too many agents",
      "'100001' cannot be the simulation's 'agents'; give a number of 0 to 100000"
    ) { $0.agents = 100_001 },
    Refusal("no time a call", "'0.0' cannot be the simulation's 'aht'; give seconds above 0 and up to 86400")
    {
      $0.handling.seconds = 0
    },
    Refusal(
      "a time that is no number",
      "'nan' cannot be the simulation's 'aht'; give seconds above 0 and up to 86400"
    ) {
      $0.handling.seconds = .nan
    },
    Refusal(
      "no patience at all",
      "'0.0' cannot be the simulation's 'patience'; give seconds of 0.001 to 1000000000"
    ) { $0.patience = 0 },
    Refusal("more than all", "'1.5' cannot be the simulation's 'scheduled'; give a share of 0 to 1") {
      $0.scheduledShare = 1.5
    },
    Refusal("less than none", "'-0.1' cannot be the simulation's 'forced'; give a share of 0 to 1") {
      $0.forcedShare = -0.1
    },
    Refusal(
      "calls that add up to more",
      "'1.2' cannot be the simulation's 'dial'; give shares whose sum is at most 1"
    ) {
      $0.dial = DialShares(busy: 0.6, noAnswer: 0.6)
    },
    Refusal(
      "an interval too short",
      "'59.0' cannot be the simulation's 'interval'; give seconds of 60 to 86400"
    ) {
      $0.interval = 59
    },
    Refusal(
      "a target before the time",
      "'-1.0' cannot be the simulation's 'target'; give seconds of 0 to 1000000000"
    ) { $0.target = -1 },
    Refusal(
      "too many people",
      "'200000/h' cannot be the simulation's 'arrivals'; give rates that make at most 1000000 callbacks; these make about 2000000"
    ) { $0.arrivals = try ArrivalPattern("200000/h") },
  ])
  func refusesWhatCannotBe(_ refusal: Refusal) throws {
    var plan = Self.plan()
    try refusal.change(&plan)
    do {
      _ = try Simulation(plan)
      Issue.record("it was taken")
    } catch let error as CallbackError {
      #expect(error.code == .invalidSimulation)
      #expect(error.description == refusal.message)
    }
  }

  @Test func refusesAServiceThatIsNone() {
    #expect(throws: CoreError.self) {
      try Simulation(Self.plan(), service: "sampel", in: Simulation.sampleConfiguration)
    }
    #expect(throws: CoreError.self) {
      try Simulation(Self.plan(), service: "sample-hours", in: Simulation.sampleConfiguration)
    }
  }
}
