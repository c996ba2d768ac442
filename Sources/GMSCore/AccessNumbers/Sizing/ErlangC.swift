/// How long people wait for agents, by Erlang's delay formula.
///
/// It holds for people who come by chance (a Poisson stream), wait as long as it takes in one line, first come, first
/// served, and whose handling takes exponentially distributed times. The load is in erlangs: people an hour times the
/// hours that each keeps an agent busy.
public enum ErlangC {
  /// The probability that somebody has to wait.
  ///
  /// - Parameters:
  ///   - load: erlangs, 0 or more and finite.
  ///   - agents: how many agents there are, 0 or more.
  /// - Returns: 0…1; 1 when the agents cannot keep up, for then the line grows without end.
  /// - Complexity: O(n) in the agents.
  public static func waiting(load: Double, agents: Int) -> Double {
    precondition(load >= 0 && load.isFinite, "A load is a number of erlangs, 0 or more.")
    precondition(agents >= 0, "There are 0 agents or more.")
    guard load > 0 else { return agents > 0 ? 0 : 1 }
    guard load < Double(agents) else { return 1 }
    let blocking = ErlangB.blocking(load: load, numbers: agents)
    return blocking / (1 - load / Double(agents) * (1 - blocking))
  }

  /// How long people wait on average, those who need not wait included.
  ///
  /// - Parameters:
  ///   - load: erlangs, 0 or more and finite.
  ///   - agents: how many agents there are.
  ///   - handlingSeconds: how long each keeps an agent busy on average, above 0.
  /// - Returns: seconds; infinite when the agents cannot keep up.
  public static func averageWait(load: Double, agents: Int, handlingSeconds: Double) -> Double {
    precondition(handlingSeconds > 0 && handlingSeconds.isFinite, "Handling takes a time above 0.")
    guard load < Double(agents) else { return .infinity }
    return waiting(load: load, agents: agents) * handlingSeconds / (Double(agents) - load)
  }

  /// The fewest agents with which people wait no longer than so many seconds on average.
  ///
  /// - Parameters:
  ///   - load: erlangs, 0 or more, and no more than ``ErlangB/largestLoad``.
  ///   - handlingSeconds: how long each keeps an agent busy on average, above 0.
  ///   - target: the average wait that may be, in seconds, above 0.
  /// - Returns: how many agents are needed; 1 at least.
  /// - Complexity: O(n) in the answer, which is little more than the load.
  public static func agents(load: Double, handlingSeconds: Double, averageWait target: Double) -> Int {
    precondition(load >= 0 && load <= ErlangB.largestLoad, "A load is 0 to \(ErlangB.largestLoad) erlangs.")
    precondition(handlingSeconds > 0 && handlingSeconds.isFinite, "Handling takes a time above 0.")
    precondition(target > 0, "A wait that may be is above 0.")
    // As ErlangB counts up, and the delay formula from each of its steps.
    var blocking = 1.0
    var agents = 0
    while true {
      agents += 1
      let offered = load * blocking
      blocking = offered / (Double(agents) + offered)
      guard Double(agents) > load else { continue }
      let waiting = load == 0 ? 0 : blocking / (1 - load / Double(agents) * (1 - blocking))
      if waiting * handlingSeconds / (Double(agents) - load) <= target { return agents }
    }
  }
}
