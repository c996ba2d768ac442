/// The length of the slots into which callbacks are booked: GMS's `_request_time_bucket`.
public enum TimeBucket: Int, CaseIterable, Hashable, Sendable {
  /// 5 minutes, GMS's default.
  case minutes5 = 5
  /// 10 minutes.
  case minutes10 = 10
  /// 15 minutes.
  case minutes15 = 15
  /// 20 minutes.
  case minutes20 = 20
  /// 30 minutes.
  case minutes30 = 30
  /// 60 minutes.
  case minutes60 = 60
  /// 120 minutes.
  case minutes120 = 120

  /// The bucket of a length in minutes.
  ///
  /// - Throws: `CalendarError` with code `malformedTimeBucket` for any other length.
  public init(minutes: Int) throws(CalendarError) {
    guard let bucket = TimeBucket(rawValue: minutes) else {
      throw CalendarError(.malformedTimeBucket, value: "\(minutes)")
    }
    self = bucket
  }

  /// The length in minutes.
  public var minutes: Int { rawValue }

  /// The length in seconds.
  var seconds: Int64 { Int64(rawValue) * 60 }
}
