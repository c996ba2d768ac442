/// The English of option types: what would be right, as errors and help say it after "write" or "takes".
extension OptionType {
  /// What a value of this type looks like, as a phrase.
  public var accepted: String {
    switch self {
    case .text: "text"
    case .boolean: "true or false"
    case .integer(let range): "a whole number \(OptionType.words(range))"
    case .seconds(let range): "a whole number of seconds \(OptionType.words(range))"
    case .integers(let numbers): OptionType.words(numbers.map(String.init))
    case .choice(let names): OptionType.words(names)
    case .duration: "a number and a unit of y, M, w, d, h or m, such as 1M for a month"
    case .names: "names with commas between them, none twice"
    case .namesAmong(let names): "names with commas between them, each one of \(OptionType.words(names))"
    case .country: "a country of two capital letters, such as US"
    case .target: "a target such as Billing@StatServer.GA, or a JSON array of 1 to 15 objects with a 'target'"
    case .json: "JSON"
    case .service(let template): "the name of a service of template '\(template)'"
    case .resourceGroup: "the name of a resource group"
    case .patternGroup: "the name of a pattern group"
    case .account: "the name of an account"
    case .calendar(let kind):
      switch kind {
      case .regularHours: "hours such as Mon-Fri 09:00-17:00"
      case .holiday: "a date such as 2026-12-25, or 12-25 for each year"
      case .exceptionHours:
        "hours of a date such as 2026-12-24 09:00-12:00, or 12-24 09:00-12:00 for each year"
      case .effectiveDates: "a date such as 2026-07-01, or 2026-07-01 to 2026-08-31"
      case .zone: "a time zone such as America/New_York"
      }
    case .capacityDay:
      #"capacities by hour of days from 1 (Monday) to 7, such as {"1":{"0900":5,"1000":7}}"#
    case .capacityOverride: #"capacities by hour of dates, such as {"20260508":{"0900":5}}"#
    }
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound >= OptionType.unbounded
      ? "of \(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func words(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
