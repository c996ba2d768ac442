import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Where the simulation is what Erlang's formula is about, it agrees with the formula.
struct ErlangAgreementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let perHour: Int
    let agents: Int
    let seconds: Double
    var testDescription: String { "\(perHour)/h, \(agents) agents, \(seconds) s" }
  }

  /// People come by chance, wait for ever and answer at once; calls are exponential; nobody is called twice.
  ///
  /// Ten seeds each. Their means are independent, so the mean of the ten lies within 4.5 of its own standard errors of
  /// the true one, with a chance of about one in 700 (Student's distribution of nine degrees) that it does not; the
  /// seeds are fixed, so it either always does or never.
  @Test(arguments: [
    Case(perHour: 60, agents: 3, seconds: 90),
    Case(perHour: 240, agents: 10, seconds: 110),
    Case(perHour: 30, agents: 1, seconds: 60),
  ])
  func theMeanWaitIsThatOfErlangC(_ given: Case) throws {
    var means: [Double] = []
    for seed in 0..<10 {
      let range = span("2026-11-23T00:00Z/2026-11-23T12:00Z")
      var plan = SimulationPlan(
        from: range.lowerBound,
        to: range.upperBound,
        agents: given.agents,
        handling: HandlingTime(seconds: given.seconds, distribution: .exponential)
      )
      plan.arrivals = try ArrivalPattern("\(given.perHour)/h")
      plan.scheduledShare = 0
      plan.patience = nil
      plan.patienceOnLine = nil
      plan.dial = .allAnswered
      plan.customerAnswers = 0...0
      plan.agentAnswers = 0...0
      plan.seed = UInt64(seed)
      var configuration = Simulation.sampleConfiguration
      configuration.services["sample-hours"]?["_bh_regular1"] = "Mon-Sun 00:00-24:00"
      let result = try Simulation(plan, service: "sample", in: configuration).run()
      #expect(result.faults == [])
      means.append(try #require(result.totals.averageWait))
    }
    let load = Double(given.perHour) * given.seconds / 3600
    let expected = ErlangC.averageWait(load: load, agents: given.agents, handlingSeconds: given.seconds)
    let mean = means.reduce(0, +) / Double(means.count)
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
    let error = (variance / Double(means.count)).squareRoot()
    #expect(abs(mean - expected) < 4.5 * error, "\(mean) ± \(error) s, and Erlang says \(expected) s")
    // The bound says something: it is narrower than the wait itself.
    #expect(4.5 * error < expected, "± \(error) s is too wide for \(expected) s")
  }
}
