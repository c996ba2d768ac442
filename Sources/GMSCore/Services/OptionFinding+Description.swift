import GMSCalendar

/// All English of findings: one sentence each, with the value in quotes.
extension OptionFinding: CustomStringConvertible {
  /// The finding as one sentence for a person, the place before it.
  public var description: String { "\(place): \(sentence)" }

  /// The finding as one sentence, without the place.
  public var sentence: String {
    let name = "'\(Quotation.clip(option))'"
    let shown = "'\(Quotation.clip(value ?? ""))'"
    return switch kind {
    case .used: OptionFinding.sentence(ofUsed: option, value ?? "")
    case .usesDefault(let value): "\(name) has its default '\(Quotation.clip(value))'"
    case .empty: "\(name) is set to nothing"
    case .unknown(let template, let nearest):
      "\(name) is not an option of \(template); it is kept"
        + (nearest.map { "; did you mean '\(Quotation.clip($0))'?" } ?? "")
    case .requestParameter: "\(name) is \(shown), which wins over what requests say; leave it to them"
    case .ignored(let other): "\(name) is \(shown) without effect, because '\(other)' is set"
    case .contradicts(let other): "\(name) is \(shown), which contradicts '\(other)'"
    case .needs(let other): "\(name) is \(shown) without effect, because '\(other)' is not set"
    case .readAs(let value): "\(name) is \(shown), which is read as '\(value)'"
    case .overwritable: "\(name) is \(shown), unless a request says otherwise"
    case .needsValue(let other, let needed):
      "\(name) is \(shown) without effect, because '\(other)' is not '\(needed)'"
    case .missing(let scenario): "\(name) is not set, which scenario '\(scenario)' asks for"
    case .standIn(let value): "\(name) is not set; '\(Quotation.clip(value))' stands in for it"
    case .noNumbers: "there is no number to give"
    case .noRole: "\(name) is not set, so the account may do nothing"
    case .sharedName(let other):
      "\(name) is \(shown), and '\(Quotation.clip(other))' is both a service and a group; the service is meant"
    case .noPatterns: "there is no pattern to match"
    case .unused: "no service names it"
    case .unknownSection(let nearest):
      "nothing reads this section; it is kept"
        + (nearest.map { "; did you mean '\(Quotation.clip($0))'?" } ?? "")
    case .refused(let error): error.description
    }
  }
}

extension OptionFinding {
  /// The sentence of an option that is what it is.
  static func sentence(ofUsed option: String, _ value: String) -> String {
    "'\(Quotation.clip(option))' is '\(Quotation.clip(value))'"
  }
}

extension OptionFinding.Place: CustomStringConvertible {
  /// The section's name as in options text, such as `service.Business-hours`.
  public var description: String { section.description }
}
