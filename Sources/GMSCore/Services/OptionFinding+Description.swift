import GMSCalendar

/// All English of findings: one sentence each, with the value in quotes.
extension OptionFinding: CustomStringConvertible {
  /// The finding as one sentence for a person, the place before it.
  public var description: String { "\(place): \(sentence)" }

  private var sentence: String {
    let name = "'\(Quotation.clip(option))'"
    let shown = "'\(Quotation.clip(value ?? ""))'"
    return switch kind {
    case .used: "\(name) is \(shown)"
    case .usesDefault(let value): "\(name) has its default '\(Quotation.clip(value))'"
    case .empty: "\(name) is set to nothing"
    case .unknown(let template, let nearest):
      "\(name) is not an option of \(template); it is kept"
        + (nearest.map { "; did you mean '\(Quotation.clip($0))'?" } ?? "")
    case .requestParameter: "\(name) is \(shown), which wins over what requests say; leave it to them"
    case .ignored(let other): "\(name) is \(shown) without effect, because '\(other)' is set"
    case .contradicts(let other): "\(name) is \(shown), which contradicts '\(other)'"
    case .needs(let other): "\(name) is \(shown) without effect, because '\(other)' is not set"
    case .standIn(let value): "\(name) is not set; '\(Quotation.clip(value))' stands in for it"
    case .noNumbers: "there is no number to give"
    case .refused(let error): error.description
    }
  }
}

extension OptionFinding.Place: CustomStringConvertible {
  /// The section's name as in options text, such as `service.Business-hours`.
  public var description: String {
    switch self {
    case .service(let name): "service.\(name)"
    case .resource(let name): "resource.\(name)"
    case .pattern(let name): "pattern.\(name)"
    }
  }
}
