import GMSCalendar

/// Reads the JSON of a list of targets.
enum TargetListReader {
  private static let names = ["target", "timeout", "clear", "stat_to_check", "stat_operator", "stat_value"]
  private static let statistics = names.suffix(3)

  /// The entries of a list.
  ///
  /// - Throws: `CoreError` with code `malformedTargetList`.
  static func steps(_ json: JSONValue) throws(CoreError) -> [TargetStep] {
    guard let elements = json.arrayValue else { throw refused(nil, nil, "write an array of objects") }
    guard (1...TargetList.longest).contains(elements.count) else {
      throw refused(
        nil,
        .integer(Int64(elements.count)),
        "a list has 1 to \(TargetList.longest) targets, and this one has \(elements.count)"
      )
    }
    var steps: [TargetStep] = []
    for (index, element) in elements.enumerated() {
      steps.append(try step(element, index + 1, isLast: index == elements.count - 1))
    }
    return steps
  }

  private static func step(_ json: JSONValue, _ number: Int, isLast: Bool) throws(CoreError) -> TargetStep {
    guard let members = json.members else { throw refused(number, json, "write an object") }
    for member in members where !names.contains(member.name) {
      throw refused(
        number,
        .string(member.name),
        "an entry has " + names.joined(separator: ", "),
        suggestion: NearestName.find(member.name, in: names)
      )
    }
    guard let text = json["target"]?.stringValue else {
      throw refused(number, json["target"], "write a 'target' such as \"Billing@StatServer.GA\"")
    }
    let target: RoutingTarget
    do {
      target = try RoutingTarget(text)
    } catch {
      throw refused(number, .string(text), error.description, cause: error.code)
    }
    let timeout = try json["timeout"].map { value throws(CoreError) in try seconds(value, number) }
    guard timeout != nil || isLast else {
      throw refused(number, nil, "write a 'timeout' in seconds, for targets follow this one")
    }
    return TargetStep(
      target,
      timeout: timeout,
      clear: try flag(json["clear"], number),
      skip: try condition(json, of: target, number)
    )
  }

  private static func seconds(_ value: JSONValue, _ number: Int) throws(CoreError) -> Int {
    guard let seconds = scalar(value).flatMap({ Digits.read($0, count: 1...9) }) else {
      throw refused(number, value, "a 'timeout' is a whole number of seconds of 0 or more, up to 9 digits")
    }
    return seconds
  }

  private static func flag(_ value: JSONValue?, _ number: Int) throws(CoreError) -> Bool {
    guard let value else { return false }
    guard let flag = scalar(value).flatMap(Bool.init) else {
      throw refused(number, value, "a 'clear' is true or false")
    }
    return flag
  }

  private static func condition(
    _ json: JSONValue,
    of target: RoutingTarget,
    _ number: Int
  ) throws(CoreError) -> TargetCondition? {
    guard let first = statistics.first(where: { json[$0] != nil }) else { return nil }
    guard let statistic = json["stat_to_check"], let comparison = json["stat_operator"],
      let threshold = json["stat_value"]
    else {
      throw refused(
        number,
        .string(first),
        "write 'stat_to_check', 'stat_operator' and 'stat_value' together"
      )
    }
    guard let name = statistic.stringValue, !name.isEmpty else {
      throw refused(number, statistic, "a 'stat_to_check' is the name of a statistic")
    }
    if case .skills = target.destination, !TargetCondition.skillStatistics.contains(name) {
      throw refused(
        number,
        statistic,
        "for a skill expression a 'stat_to_check' is \(TargetCondition.skillStatistics.joined(separator: ", "))",
        suggestion: NearestName.find(name, in: TargetCondition.skillStatistics)
      )
    }
    guard let sign = comparison.stringValue.flatMap(TargetCondition.Comparison.init) else {
      throw refused(number, comparison, "a 'stat_operator' is < or >")
    }
    guard let condition = scalar(threshold).flatMap({ TargetCondition(name, sign, $0) }) else {
      throw refused(number, threshold, "a 'stat_value' is a number such as 1 or 0.5")
    }
    return condition
  }

  /// A text, number or boolean as text; nil for anything else.
  private static func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer, .number, .bool: JSONWriter.compact(value)
    case .null, .array, .object: nil
    }
  }

  private static func refused(
    _ number: Int?,
    _ value: JSONValue?,
    _ reason: String,
    suggestion: String? = nil,
    cause: CoreError.Code? = nil
  ) -> CoreError {
    var facts: [JSONValue.Member] = []
    if let number { facts.append(.init("target", .integer(Int64(number)))) }
    if let value {
      let text = value.stringValue ?? JSONWriter.compact(value)
      facts.append(.init("value", .string(text)))
    }
    if let cause { facts.append(.init("cause", .string(cause.rawValue))) }
    facts.append(.init("reason", .string(reason)))
    if let suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    return CoreError(.malformedTargetList, facts)
  }
}
