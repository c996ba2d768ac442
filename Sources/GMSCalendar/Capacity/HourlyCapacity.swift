/// How many callbacks each slot of an hour can take, for the 24 hours of a day.
public struct HourlyCapacity: Hashable, Sendable {
  /// The capacity of each hour, 00 to 23.
  public private(set) var hours: [Int]

  /// A day without capacity.
  public static let none = HourlyCapacity()

  /// Capacities by hour, 0…23; an hour that is not named has none.
  ///
  /// - Throws: `CalendarError` with code `malformedCapacityHour` or `malformedCapacity`.
  public init(_ capacities: [Int: Int] = [:]) throws(CalendarError) {
    self.init()
    for (hour, capacity) in capacities.sorted(by: { $0.key < $1.key }) {
      try set(capacity, hours: hour..<(hour + 1))
    }
  }

  private init() { hours = [Int](repeating: 0, count: 24) }

  /// The capacity of an hour, 0…23.
  public subscript(hour: Int) -> Int { hours[hour] }

  /// Gives hours the same capacity.
  ///
  /// - Throws: `CalendarError` with code `malformedCapacityHour` for hours outside 0…24, `malformedCapacity` for
  ///   a negative capacity.
  public mutating func set(_ capacity: Int, hours range: Range<Int>) throws(CalendarError) {
    guard range.lowerBound >= 0, range.upperBound <= 24 else {
      throw CalendarError(
        .malformedCapacityHour,
        value: HourlyCapacity.key(range.lowerBound < 0 ? range.lowerBound : range.upperBound - 1)
      )
    }
    guard capacity >= 0 else { throw CalendarError(.malformedCapacity, value: "\(capacity)") }
    for hour in range { hours[hour] = capacity }
  }

  /// Whether no hour has capacity.
  public var isEmpty: Bool { hours.allSatisfy { $0 == 0 } }

  /// The hours with capacity, by their GMS keys `0000` … `2300`, ascending.
  public var entries: [(key: String, capacity: Int)] {
    hours.enumerated().filter { $0.element > 0 }.map { (HourlyCapacity.key($0.offset), $0.element) }
  }

  /// The GMS key of an hour: `0900` for 9.
  public static func key(_ hour: Int) -> String { Digits.padded(hour, 2) + "00" }

  /// The hour that a GMS key names.
  ///
  /// - Throws: `CalendarError` with code `malformedCapacityHour` for `2400`, `0930` or anything else.
  public static func hour(ofKey key: some StringProtocol) throws(CalendarError) -> Int {
    guard let number = Digits.read(key, count: 4...4), number % 100 == 0, number < 2400 else {
      let nearest = Digits.read(key, count: 1...4).map { $0 < 24 ? $0 : $0 / 100 }.flatMap {
        $0 < 24 ? $0 : nil
      }
      throw CalendarError(.malformedCapacityHour, value: String(key), suggestion: nearest.map(self.key))
    }
    return number / 100
  }
}
