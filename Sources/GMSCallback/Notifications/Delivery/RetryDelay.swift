/// How long after a failed delivery the next one is tried: 10 seconds, and each time twice as long, up to 10 minutes.
///
/// GMS does not document its delay. The pause counts from the attempt itself, not from when it was due: a driver that was
/// stopped for an hour gives a receiver no three attempts in one second.
enum RetryDelay {
  /// The pause after so many failed attempts, in seconds.
  static func seconds(afterFailures count: Int) -> Int {
    count > 6 ? 600 : min(600, 10 << max(0, count - 1))
  }
}
