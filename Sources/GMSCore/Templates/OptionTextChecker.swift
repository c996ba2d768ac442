import GMSCalendar

/// Says whether an option's text is of the option's type.
enum OptionTextChecker {
  /// Checks the text of one option.
  ///
  /// - Throws: `CoreError` with code `invalidOption` that says what would be accepted; for capacities also
  ///   `capacityKeyMismatch`.
  static func check(
    _ text: String,
    as type: OptionType,
    option: String,
    service: String
  ) throws(CoreError) {
    func refused(_ suggestion: String? = nil) -> CoreError {
      .invalidOption(option, of: service, value: text, accepted: type.accepted, suggestion: suggestion)
    }
    switch type {
    case .text: return
    case .boolean:
      guard text == "true" || text == "false" else { throw refused(nearest(text, ["true", "false"])) }
    case .integer(let range), .seconds(let range):
      guard let number = integer(text), range.contains(number) else {
        // Where nobody thinks of a bound it is told only to one who reached it.
        guard range.upperBound == OptionType.unbounded, isNumber(text) else { throw refused() }
        let accepted = "\(type.accepted), and at most \(OptionType.unbounded)"
        throw .invalidOption(option, of: service, value: text, accepted: accepted)
      }
    case .integers(let numbers):
      guard let number = integer(text), numbers.contains(number) else { throw refused() }
    case .choice(let words):
      guard words.contains(text) else { throw refused(nearest(text, words)) }
    case .duration:
      guard DurationText(text) != nil else { throw refused() }
    case .names:
      guard let names = names(text), Set(names).count == names.count else { throw refused() }
    case .namesAmong(let allowed):
      guard let names = names(text), Set(names).count == names.count else { throw refused() }
      if let wrong = names.first(where: { !allowed.contains($0) }) { throw refused(nearest(wrong, allowed)) }
    case .country:
      guard text.utf8.count == 2, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
        throw refused(text.utf8.count == 2 ? nearest(text, [text.uppercased()]) : nil)
      }
    case .target:
      do {
        _ = try TargetList(text)
      } catch {
        throw .invalidOption(option, of: service, value: text, because: error)
      }
    case .json: _ = try json(text, option: option, service: service)
    case .service, .resourceGroup, .patternGroup, .account:
      guard !text.isEmpty else { throw refused() }
    case .calendar(let kind):
      do {
        try CalendarOptionTypes.check(text, as: kind)
      } catch {
        throw .invalidOption(option, of: service, value: text, because: error)
      }
    case .capacityDay, .capacityOverride:
      // The maximum is another option: the validator compares with it when it reads all capacities together.
      _ = try CapacityOptions(
        json(text, option: option, service: service),
        option: option,
        areDates: type == .capacityOverride,
        service: service
      )
    }
  }

  /// A whole number in ASCII digits, with a minus sign where it is negative; nil for anything else.
  static func integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, first != UInt8(ascii: "+") else { return nil }
    return Int(text)
  }

  /// Whether the text is nothing but digits that do not make a small number.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count > 9 && text.utf8.allSatisfy { $0 &- 0x30 <= 9 }
  }

  /// Names with commas between them, without the spaces around them; nil where one is empty.
  static func names(_ text: String) -> [String]? {
    var names: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.drop { $0 == " " }
      guard let last = name.lastIndex(where: { $0 != " " }) else { return nil }
      names.append(String(name[...last]))
    }
    return names
  }

  /// The nearest of the words, but not the text itself.
  static func nearest(_ text: String, _ words: [String]) -> String? {
    NearestName.find(text, in: words.lazy.filter { $0 != text })
  }

  /// The JSON that an option holds.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, with line and column in the option's value.
  static func json(_ text: String, option: String, service: String) throws(CoreError) -> JSONValue {
    do {
      return try JSONReader.read(text)
    } catch {
      throw .invalidOption(option, of: service, value: text, because: error)
    }
  }
}
