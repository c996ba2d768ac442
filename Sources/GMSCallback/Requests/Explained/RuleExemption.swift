/// Why a rule was not asked.
enum RuleExemption {
  case off
  case notSet
  case noNumber
  case noValue
  case forNow
  case forLater
  case unchanged
  case change
  case refused(by: RequestRule)

  /// The reason in words.
  var words: String {
    switch self {
    case .off: "the option turns the rule off"
    case .notSet: "the option is not set"
    case .noNumber: "the request brings no number"
    case .noValue: "the request brings none of the parameters"
    case .forNow: "the callback is for at once"
    case .forLater: "the callback is for a desired time"
    case .unchanged: "the change leaves it as it was"
    case .change: "the callback is there already, and only changed"
    case .refused(let rule): "'\(rule.rawValue)' refused before"
    }
  }
}
