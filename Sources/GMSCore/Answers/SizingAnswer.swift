import GMSCalendar

/// The answer about the size of a pool, as JSON; GMS documents none.
public enum SizingAnswer {
  /// How many numbers are needed, and how it was in the store beside it.
  ///
  ///     {"requests_per_hour":40,"hold_seconds":30,"target":0.001,"load":0.333333,"numbers":4,
  ///      "blocking":0.000368596,"carried":0.33321,
  ///      "measured":[{"group":"DNIS","from":"…Z","to":"…Z","numbers":4,"blocking":0,"carried":0.2,"peak":2,
  ///      "bookings":3}]}
  ///
  /// Loads are in erlangs, shares from 0 to 1; numbers with a fraction have at most six digits that count.
  /// `measured` has the groups that lock their numbers; see ``MeasuredBlocking``.
  ///
  /// - Parameters:
  ///   - sizing: what is needed.
  ///   - measured: what was measured, by group.
  /// - Returns: one object.
  public static func sizing(
    _ sizing: PoolSizing,
    measured: [(group: String, blocking: MeasuredBlocking)] = []
  ) -> JSONValue {
    [
      "requests_per_hour": number(sizing.requestsPerHour),
      "hold_seconds": number(sizing.holdSeconds),
      "target": number(sizing.target),
      "load": number(sizing.load),
      "numbers": .integer(Int64(sizing.numbers)),
      "blocking": number(sizing.blocking),
      "carried": number(sizing.carried),
      "measured": .array(
        measured.map { group, blocking in
          [
            "group": .string(group),
            "from": .string(InstantText.print(blocking.from)),
            "to": .string(InstantText.print(blocking.to)),
            "numbers": .integer(Int64(blocking.numbers)),
            "blocking": number(blocking.blocking),
            "carried": number(blocking.carried),
            "peak": .integer(Int64(blocking.peak)),
            "bookings": .integer(Int64(blocking.bookings)),
          ]
        }
      ),
    ]
  }

  /// A number with at most six digits that count, as JSON writes it.
  private static func number(_ value: Double) -> JSONValue {
    if value == value.rounded(), abs(value) < 1e15 { return .integer(Int64(value)) }
    var scale = 1.0
    while abs(value) * scale < 100_000, scale < 1e300 { scale *= 10 }
    while abs(value) * scale >= 1_000_000 { scale /= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? .integer(Int64(rounded)) : .number("\(rounded)")
  }
}
