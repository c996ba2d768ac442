/// What a wall clock and a calendar on the wall show: a date and a second of the day, without zone.
public struct LocalMoment: Hashable, Sendable {
  /// The date.
  public let date: CivilDate
  /// Seconds since the midnight that begins the date, 0…86399, as the clock shows them.
  public let secondOfDay: Int

  /// A moment from seconds that count as if the wall clock were UTC.
  package init(localSeconds seconds: Int64) {
    let day = seconds.flooringDivide(86_400)
    date = CivilDate(daysSince1970: Int(day))
    secondOfDay = Int(seconds - day * 86_400)
  }

  /// The time to the minute, rounded down.
  public var time: TimeOfDay { TimeOfDay(unchecked: secondOfDay / 60) }

  /// Seconds since 1970 that count as if the wall clock were UTC.
  package var localSeconds: Int64 { Int64(date.daysSince1970) * 86_400 + Int64(secondOfDay) }
}

extension LocalMoment: Comparable {
  /// Orders by what the clock shows.
  public static func < (lhs: LocalMoment, rhs: LocalMoment) -> Bool {
    (lhs.date, lhs.secondOfDay) < (rhs.date, rhs.secondOfDay)
  }
}

extension LocalMoment: CustomStringConvertible {
  /// The moment as `yyyy-MM-dd'T'HH:mm:ss`.
  public var description: String { InstantText.print(localSeconds: localSeconds) }
}
