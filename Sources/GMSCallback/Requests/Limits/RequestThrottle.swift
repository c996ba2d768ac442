/// How many requests a service takes in a stretch of time.
public struct RequestThrottle: Hashable, Sendable {
  /// The option that sets the limit.
  public let option: String
  /// How many; 0 takes none.
  public let limit: Int
  /// The length of the stretch in seconds, which ends now.
  ///
  /// What was asked for exactly so long ago no longer counts.
  public let seconds: Int

  /// A throttle from its parts.
  public init(option: String, limit: Int, seconds: Int) {
    self.option = option
    self.limit = limit
    self.seconds = seconds
  }
}
