/// When a number's turn is, in milliseconds since 1970: the smaller, the sooner.
enum NumberTurn {
  /// The turn of a number that never had one: before all others, in configured order.
  static func never(place: Int) -> Int64 { first + Int64(place) }

  /// Whether a number with this turn never had one.
  static func isNever(_ turn: Int64) -> Bool { turn < first + 1_000_000_000 }

  /// The turn of a number that goes to the end at an instant.
  ///
  /// Turns of one order strictly ascend, also for many changes in one millisecond and when clocks go back: else
  /// some number would come twice before another comes once.
  static func last(now: Int64, after last: Int64?) -> Int64 { last.map { max(now, $0 + 1) } ?? now }

  /// The first instant that stores keep.
  private static let first: Int64 = -62_135_596_800_000
}
