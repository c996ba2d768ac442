import Foundation
import GMSCallback
import GMSCore

/// A day of 100,000 people and 500 agents, with every limit of the service on and set so that nobody is refused.
enum BusyDay {
  static let people = 100_000

  static func simulation() throws -> Simulation {
    let start = Date(timeIntervalSince1970: 1_795_392_000)  // 2026-11-23T00:00Z
    var plan = SimulationPlan(
      from: start,
      to: start.addingTimeInterval(86_400),
      agents: 500,
      handling: HandlingTime(seconds: 300)
    )
    plan.arrivals = try ArrivalPattern("\(people)/d")
    var configuration = try ServiceEditor().create(
      "Office",
      template: "office-hours",
      options: ["_timezone": "America/New_York", "_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: Configuration()
    )
    configuration.patterns["blocked"] = ["premium": "\\+1900.*"]
    configuration = try ServiceEditor().create(
      "support",
      template: "callback",
      scenario: "user-terminated-scheduled",
      options: [
        "_business_hours_service": "Office", "_max_request_by_time_bucket": "1000",
        "_enable_reject_out_of_office_hours": "true", "_enable_in_queue_checking": "true",
        "_max_queued_callbacks_per_service": "100000", "_throttle_callbacks_per_service_1": "100000",
        "_throttle_callbacks_per_service_2": "100000", "_throttle_request_parameters_limit": "6",
        "_exceptions": "blocked",
      ],
      in: configuration
    )
    return try Simulation(plan, service: "support", in: configuration)
  }
}

func simulationMeasurements() throws -> [Measurement] {
  let simulation = try BusyDay.simulation()
  let result = try simulation.run()
  precondition(result.faultCount == 0, "the simulation found faults: \(result.faults)")
  precondition(result.totals.refusals == 0, "people were refused: \(result.totals.refused)")
  let (arrivals, connected) = (result.totals.arrivals, result.totals.connected)
  precondition(abs(arrivals - BusyDay.people) < 2000, "\(arrivals) people came")
  precondition(connected > arrivals * 8 / 10, "only \(connected) of \(arrivals) were connected")
  let times = try (0..<3).map { _ in
    let start = workedNanoseconds()
    Sink.value &+= try simulation.run().steps
    return workedNanoseconds() - start
  }
  return [
    Measurement(
      name: "simulated day, \(arrivals) people, 500 agents, all limits on, \(result.steps) steps",
      nanoseconds: times.sorted()[1],
      bound: 2_500_000_000,
      boundName: "bound"
    )
  ]
}
