/// How many numbers a pool needs: so many requests an hour, each holding its number for so long.
///
/// Of a group with codes it says nothing: there services share numbers.
public struct PoolSizing: Hashable, Sendable {
  /// Requests an hour.
  public let requestsPerHour: Double
  /// For how many seconds each holds its number on average, cooldown included.
  public let holdSeconds: Double
  /// The share of requests that may be refused.
  public let target: Double
  /// What is offered, in erlangs.
  public let load: Double
  /// How many numbers are needed.
  public let numbers: Int
  /// The share of requests that is refused with so many numbers.
  public let blocking: Double
  /// What is carried with so many numbers, in erlangs: how many are taken on average.
  public let carried: Double

  /// Sizes a pool.
  ///
  /// - Parameters:
  ///   - requestsPerHour: 0 or more.
  ///   - holdSeconds: above 0.
  ///   - blocking: above 0 and below 1, such as 0.001.
  /// - Throws: `CoreError` with code `invalidSizing` and the facts `parameter` (`rate`, `hold`, `blocking` or
  ///   `load`), `value` and `accepted`.
  public init(requestsPerHour: Double, holdSeconds: Double, blocking: Double) throws(CoreError) {
    guard requestsPerHour >= 0, requestsPerHour.isFinite else {
      throw PoolSizing.refusal("rate", requestsPerHour, "a number of requests an hour, 0 or more")
    }
    guard holdSeconds > 0, holdSeconds.isFinite else {
      throw PoolSizing.refusal("hold", holdSeconds, "a number of seconds above 0")
    }
    guard blocking > 0, blocking < 1 else {
      throw PoolSizing.refusal("blocking", blocking, "a share above 0 and below 1, such as 0.001")
    }
    let load = requestsPerHour * holdSeconds / 3600
    guard load <= ErlangB.largestLoad else {
      throw PoolSizing.refusal("load", load, "a rate and a time that make at most 10000000 erlangs")
    }
    self.requestsPerHour = requestsPerHour
    self.holdSeconds = holdSeconds
    target = blocking
    self.load = load
    numbers = ErlangB.numbers(load: load, blocking: blocking)
    self.blocking = ErlangB.blocking(load: load, numbers: numbers)
    carried = load * (1 - self.blocking)
  }

  private static func refusal(_ parameter: String, _ value: Double, _ accepted: String) -> CoreError {
    CoreError(.invalidSizing, ["parameter": parameter, "value": "\(value)", "accepted": accepted])
  }
}
