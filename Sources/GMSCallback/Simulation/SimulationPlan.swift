#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// What is simulated: when, with how many agents, who comes, and what telephony and people do.
///
///     var plan = SimulationPlan(from: nine, to: five, agents: 12, handling: HandlingTime(seconds: 300))
///     plan.arrivals = try ArrivalPattern("60/h")
///     let result = try Simulation(plan).run()
///
/// All shares lie between 0 and 1. GMS has no simulation: everything here is this library's choice.
public struct SimulationPlan: Hashable, Sendable {
  /// When the simulated time begins.
  public var from: Date
  /// When it ends, excluded; at most ``longestRange`` after its beginning.
  public var to: Date
  /// How many agents there are, all the time; with none nothing is served.
  public var agents: Int
  /// How long customer and agent talk.
  public var handling: HandlingTime
  /// How many people ask for a callback.
  public var arrivals = ArrivalPattern.standard
  /// The share of people who want to be called later, at a time that they choose from the availability.
  public var scheduledShare = 0.3
  /// How far ahead those look, in seconds: any time in this range is equally likely, and they take the next slot
  /// that is free within a day.
  public var leadTime = 1800.0...14_400.0
  /// How long people wait in the queue before they cancel, in seconds on average (exponential); nil for ever.
  public var patience: Double? = 5400
  /// How long people on the line wait for an agent before they hang up, in seconds on average (exponential); nil
  /// for ever.
  public var patienceOnLine: Double? = 180
  /// What comes of calls to customers.
  public var dial = DialShares.standard
  /// How many seconds it takes until a customer answers.
  public var customerAnswers = 4.0...14.0
  /// How many seconds it takes until an agent answers, or takes a preview.
  public var agentAnswers = 1.0...4.0
  /// The share of people whose number forces an outcome (``ForcedOutcome``), each of the 100 equally likely.
  public var forcedShare = 0.0
  /// Within how many seconds of the desired time a connection counts as in time; nil for the service's
  /// `_desired_connect_time_threshold`.
  public var target: Int?
  /// How long the intervals of the result are, in seconds.
  public var interval = 900
  /// What all chance comes from: the same plan with the same seed gives the same result.
  public var seed: UInt64 = 1

  /// A plan with the stated defaults for everything else.
  ///
  /// - Parameters:
  ///   - from: When the simulated time begins.
  ///   - to: When it ends, excluded.
  ///   - agents: How many agents there are.
  ///   - handling: How long customer and agent talk.
  public init(from: Date, to: Date, agents: Int, handling: HandlingTime) {
    self.from = from
    self.to = to
    self.agents = agents
    self.handling = handling
  }

  /// The longest range that is simulated, 31 days in seconds.
  public static let longestRange = 31 * 86_400
  /// The most agents.
  public static let mostAgents = 100_000
  /// The most people who may be expected.
  public static let mostArrivals = 1_000_000.0

  /// Refuses what cannot be simulated.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation`, with the facts `parameter`, `value` and `expected`.
  func check(zone: ZoneRules) throws(CallbackError) {
    guard from < to else {
      let start = InstantText.print(from)
      throw .simulation("to", InstantText.print(to), "a time after the beginning, \(start)")
    }
    guard to.timeIntervalSince(from) <= Double(SimulationPlan.longestRange) else {
      throw .simulation(
        "to",
        InstantText.print(to),
        "a time at most 31 days after \(InstantText.print(from))"
      )
    }
    guard (0...SimulationPlan.mostAgents).contains(agents) else {
      throw .simulation("agents", "\(agents)", "a number of 0 to \(SimulationPlan.mostAgents)")
    }
    try check("aht", handling.seconds, 0.001...86_400, "seconds above 0 and up to 86400")
    try check("patience", patience ?? 1, 0.001...1e9, "seconds of 0.001 to 1000000000")
    try check("patience-on-line", patienceOnLine ?? 1, 0.001...1e9, "seconds of 0.001 to 1000000000")
    try check("scheduled", scheduledShare, 0...1, "a share of 0 to 1")
    try check("forced", forcedShare, 0...1, "a share of 0 to 1")
    for share in dial.all { try check("dial", share, 0...1, "shares of 0 to 1") }
    try check("dial", dial.all.reduce(0, +), 0...1.000_001, "shares whose sum is at most 1")
    for seconds in [customerAnswers.lowerBound, customerAnswers.upperBound, agentAnswers.lowerBound] {
      try check("ringing", seconds, 0...86_400, "seconds of 0 to 86400")
    }
    try check("ringing", agentAnswers.upperBound, 0...86_400, "seconds of 0 to 86400")
    try check("lead-time", leadTime.lowerBound, 0...2_678_400, "seconds of 0 to 2678400")
    try check("lead-time", leadTime.upperBound, 0...2_678_400, "seconds of 0 to 2678400")
    try check("target", Double(target ?? 0), 0...1e9, "seconds of 0 to 1000000000")
    try check("interval", Double(interval), 60...86_400, "seconds of 60 to 86400")
    let expected = arrivals.expected(in: from..<to, zone: zone)
    guard expected <= SimulationPlan.mostArrivals else {
      throw .simulation(
        "arrivals",
        arrivals.description,
        "rates that make at most 1000000 callbacks; these make about \(Int(expected))"
      )
    }
  }

  private func check(
    _ parameter: String,
    _ value: Double,
    _ accepted: ClosedRange<Double>,
    _ expected: String
  ) throws(CallbackError) {
    // Written so that NaN, too, is refused.
    guard accepted.contains(value) else { throw .simulation(parameter, "\(value)", expected) }
  }

  /// A decimal number without sign and exponent; nil for anything else.
  static func number(_ text: Substring) -> Double? {
    let bytes = text.utf8
    guard (1...15).contains(bytes.count), bytes.allSatisfy({ $0 == 0x2E || $0 &- 0x30 <= 9 }),
      bytes.first != 0x2E, bytes.last != 0x2E
    else { return nil }
    return Double(text)
  }
}
