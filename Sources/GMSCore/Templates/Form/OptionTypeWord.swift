/// The words that stand for types of options in a template's JSON form; the commonest ones first.
enum OptionTypeWord: String, CaseIterable {
  case text
  case boolean
  case integer
  case seconds
  case choice
  case duration
  case names
  case country
  case target
  case json
  case service
  case resourceGroup = "resource-group"
  case patternGroup = "pattern-group"
  case account
  case regularHours = "regular-hours"
  case holiday
  case exceptionHours = "exception-hours"
  case effectiveDates = "effective-dates"
  case timeZone = "time-zone"
  case capacityWeek = "capacity-week"
  case capacityDates = "capacity-dates"

  /// The type of a word.
  ///
  /// The compiler's own `init(rawValue:)` makes a table of all words first, which costs a short process more than
  /// all the words that it reads.
  init?(word: String) {
    guard let found = OptionTypeWord.allCases.first(where: { $0.rawValue == word }) else { return nil }
    self = found
  }

  /// All words.
  static let words = allCases.map(\.rawValue)

  /// The members of an option that say more about a type of this word.
  var details: [String] {
    switch self {
    case .integer: ["minimum", "maximum", "values"]
    case .seconds: ["minimum", "maximum"]
    case .choice, .names: ["values"]
    case .service: ["template"]
    case .text, .boolean, .duration, .country, .target, .json, .resourceGroup, .patternGroup, .account,
      .regularHours, .holiday, .exceptionHours, .effectiveDates, .timeZone, .capacityWeek, .capacityDates:
      []
    }
  }

  /// All members that say more about a type, in the order in which they are written.
  static let details = ["minimum", "maximum", "values", "template"]
}

extension OptionTypeWord {
  /// The word of a type, and the members that say more about it.
  static func form(of type: OptionType) -> (word: OptionTypeWord, details: [JSONValue.Member]) {
    switch type {
    case .text: (.text, [])
    case .boolean: (.boolean, [])
    case .integer(let range): (.integer, bounds(range))
    case .seconds(let range): (.seconds, bounds(range))
    case .integers(let numbers): (.integer, [.init("values", .array(numbers.map { .integer(Int64($0)) }))])
    case .choice(let words): (.choice, [.init("values", .array(words.map(JSONValue.string)))])
    case .duration: (.duration, [])
    case .names: (.names, [])
    case .namesAmong(let names): (.names, [.init("values", .array(names.map(JSONValue.string)))])
    case .country: (.country, [])
    case .target: (.target, [])
    case .json: (.json, [])
    case .service(let template): (.service, [.init("template", .string(template))])
    case .resourceGroup: (.resourceGroup, [])
    case .patternGroup: (.patternGroup, [])
    case .account: (.account, [])
    case .calendar(let kind):
      switch kind {
      case .regularHours: (.regularHours, [])
      case .holiday: (.holiday, [])
      case .exceptionHours: (.exceptionHours, [])
      case .effectiveDates: (.effectiveDates, [])
      case .zone: (.timeZone, [])
      }
    case .capacityDay: (.capacityWeek, [])
    case .capacityOverride: (.capacityDates, [])
    }
  }

  /// The bounds of a range; those that hold without being said are left out.
  private static func bounds(_ range: ClosedRange<Int>) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if range.lowerBound != 0 { members.append(.init("minimum", .integer(Int64(range.lowerBound)))) }
    if range.upperBound != OptionType.unbounded {
      members.append(.init("maximum", .integer(Int64(range.upperBound))))
    }
    return members
  }
}
