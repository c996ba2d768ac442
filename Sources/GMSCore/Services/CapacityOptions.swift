public import GMSCalendar

/// The capacities of a service as plain numbers, by weekday and by date.
///
/// Each option is a JSON object whose names are days and whose values are objects of hours:
/// `_capacity_1` = `{"1":{"0900":5}}` for Mondays, `_capacity_add_20260508` = `{"20260508":{"0900":5}}` for
/// one date. The ending of an option's name is only a name, unless it is itself a day (1…7) or a date: then the
/// JSON must agree with it. An hour that is not named has no capacity.
public struct CapacityOptions: Hashable, Sendable {
  /// The capacities of weekdays: hour (0…23) to how many each time bucket takes.
  public private(set) var week: [Weekday: [Int: Int]] = [:]
  /// The capacities of dates, each in place of its whole weekday.
  public private(set) var overrides: [CivilDate: [Int: Int]] = [:]

  /// Which option gave a day, so that a second one can name it.
  private var sources: [String: String] = [:]

  /// Reads the capacities of a configured service.
  ///
  /// - Throws: `CoreError` as ``init(_:maximum:service:)``, and `invalidOption` with line and column where an
  ///   option is not JSON.
  public init(_ service: ConfiguredService) throws(CoreError) {
    var options: [(name: String, value: JSONValue)] = []
    for (option, text) in service.family("_capacity_") + service.family("_capacity_add_") {
      options.append((option, try OptionTextChecker.json(text, option: option, service: service.name.text)))
    }
    try self.init(options, maximum: service.integer("_max_capacity"), service: service.name.text)
  }

  /// Reads capacities from options whose JSON has been parsed.
  ///
  /// - Parameters:
  ///   - options: the options; those that begin with `_capacity_add_` are of dates, the others of weekdays.
  ///   - maximum: the largest capacity that an hour may have.
  ///   - service: the service's name, for errors.
  /// - Throws: `CoreError` with code `invalidOption` (its fact `cause` is the calendar's code),
  ///   `capacityAboveMaximum`, `capacityKeyMismatch` or `repeatedCapacity`.
  public init(
    _ options: [(name: String, value: JSONValue)],
    maximum: Int,
    service: String
  ) throws(CoreError) {
    for (option, value) in options {
      let place = Place(option: option, service: service, maximum: maximum)
      if option.hasPrefix("_capacity_add_") {
        try readDates(value, place)
      } else {
        try readWeekdays(value, place)
      }
    }
  }

  /// Reads the capacities of one option whose type says what its days are, whatever its name.
  ///
  /// - Throws: `CoreError` as ``init(_:maximum:service:)``; no capacity is above the maximum here.
  init(
    _ value: JSONValue,
    option: String,
    areDates: Bool,
    service: String
  ) throws(CoreError) {
    let place = Place(option: option, service: service, maximum: Int.max)
    if areDates { try readDates(value, place) } else { try readWeekdays(value, place) }
  }

  /// Where the reading is, for errors.
  private struct Place {
    let option: String
    let service: String
    let maximum: Int

    /// What follows a beginning in the option's name; nothing where the name begins otherwise.
    func ending(after beginning: String) -> String {
      option.hasPrefix(beginning) ? String(option.dropFirst(beginning.count)) : ""
    }

    func refused(_ code: CalendarError.Code, _ value: String, suggestion: String? = nil) -> CoreError {
      .invalidOption(
        option,
        of: service,
        value: value,
        because: CalendarError(code, value: value, suggestion: suggestion)
      )
    }
  }

  private mutating func readWeekdays(_ value: JSONValue, _ place: Place) throws(CoreError) {
    let ending = place.ending(after: "_capacity_")
    let expected = Digits.read(ending, count: 1...1).flatMap(Weekday.init(rawValue:)).map {
      String($0.rawValue)
    }
    for day in try members(of: value, place, type: .capacityDay) {
      guard let number = Digits.read(day.name, count: 1...1), let weekday = Weekday(rawValue: number) else {
        throw .invalidOption(
          place.option,
          of: place.service,
          value: day.name,
          accepted: OptionType.capacityDay.accepted
        )
      }
      try agree(day.name, with: expected, place)
      try claim(day.name, place)
      week[weekday] = try hours(day.value, place, type: .capacityDay)
    }
  }

  private mutating func readDates(_ value: JSONValue, _ place: Place) throws(CoreError) {
    let ending = place.ending(after: "_capacity_add_")
    // An ending of eight digits is meant as a date, even one that the calendar does not have.
    let expected = Digits.read(ending, count: 8...8) == nil ? nil : ending
    if let expected { _ = try date(expected, place) }
    for day in try members(of: value, place, type: .capacityOverride) {
      let date = try date(day.name, place)
      try agree(day.name, with: expected, place)
      try claim(day.name, place)
      overrides[date] = try hours(day.value, place, type: .capacityOverride)
    }
  }

  private func date(_ key: String, _ place: Place) throws(CoreError) -> CivilDate {
    guard let digits = Digits.read(key, count: 8...8) else {
      throw .invalidOption(
        place.option,
        of: place.service,
        value: key,
        accepted: OptionType.capacityOverride.accepted
      )
    }
    do {
      return try CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    } catch {
      throw .invalidOption(place.option, of: place.service, value: key, because: error)
    }
  }

  private func hours(_ value: JSONValue, _ place: Place, type: OptionType) throws(CoreError) -> [Int: Int] {
    var hours: [Int: Int] = [:]
    for hour in try members(of: value, place, type: type) {
      guard let clock = Digits.read(hour.name, count: 4...4), clock % 100 == 0, clock < 2400 else {
        throw place.refused(
          .malformedCapacityHour,
          hour.name,
          suggestion: CapacityOptions.nearestHour(hour.name)
        )
      }
      hours[clock / 100] = try count(hour.value, place)
    }
    return hours
  }

  private func count(_ value: JSONValue, _ place: Place) throws(CoreError) -> Int {
    switch value {
    case .integer(let number):
      guard number >= 0 else { throw place.refused(.malformedCapacity, String(number)) }
      guard number <= place.maximum, let count = Int(exactly: number) else {
        throw aboveMaximum(String(number), place)
      }
      return count
    case .number(let text):
      // Whole numbers that fit no 64 bits come as text; they are too large rather than malformed. Where the
      // maximum is not known yet, whoever reads all capacities together refuses them.
      guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        throw place.refused(.malformedCapacity, text)
      }
      guard place.maximum < Int.max else { return Int.max }
      throw aboveMaximum(text, place)
    case .string(let text): throw place.refused(.malformedCapacity, text)
    case .bool(let flag): throw place.refused(.malformedCapacity, String(flag))
    case .null: throw place.refused(.malformedCapacity, "null")
    case .array: throw place.refused(.malformedCapacity, "[…]")
    case .object: throw place.refused(.malformedCapacity, "{…}")
    }
  }

  private func aboveMaximum(_ value: String, _ place: Place) -> CoreError {
    .invalidOption(
      place.option,
      of: place.service,
      value: value,
      because: CalendarError(.capacityAboveMaximum, value: value, detail: String(place.maximum))
    )
  }

  private func members(
    of value: JSONValue,
    _ place: Place,
    type: OptionType
  ) throws(CoreError) -> [JSONValue.Member] {
    let found: String
    switch value {
    case .object(let members): return members
    case .array: found = "[…]"
    case .string(let text): found = text
    case .integer(let number): found = String(number)
    case .number(let text): found = text
    case .bool(let flag): found = String(flag)
    case .null: found = "null"
    }
    throw .invalidOption(place.option, of: place.service, value: found, accepted: type.accepted)
  }

  private func agree(_ key: String, with expected: String?, _ place: Place) throws(CoreError) {
    guard let expected, expected != key else { return }
    throw CoreError(
      .capacityKeyMismatch,
      ["service": place.service, "option": place.option, "value": key, "expected": expected]
    )
  }

  private mutating func claim(_ key: String, _ place: Place) throws(CoreError) {
    if let other = sources.updateValue(place.option, forKey: key) {
      throw CoreError(
        .repeatedCapacity,
        ["service": place.service, "option": place.option, "value": key, "other": other]
      )
    }
  }

  /// The hour that someone may have meant: that of `0930`, `9`, `09:00` or ` 0900`.
  private static func nearestHour(_ key: String) -> String? {
    let digits = key.filter { $0.isASCII && $0.isNumber }
    guard let number = Digits.read(digits, count: 1...4) else { return nil }
    let hour = digits.utf8.count <= 2 ? number : number / 100
    return hour < 24 ? Digits.padded(hour, 2) + "00" : nil
  }
}
