import GMSCore

/// All English of GMSCallback's errors: what is wrong, the value in quotes, what would be right.
///
/// Numbers of customers never stand here: these sentences end in logs.
extension CallbackError: CustomStringConvertible {
  /// The error as one sentence for a person.
  public var description: String {
    let value = self["value"] ?? ""
    let parameter = self["parameter"] ?? ""
    return switch code {
    case .unknownCallback: "there is no callback '\(self["id"] ?? "")'"
    case .wrongState:
      "the callback is \(state), which does not take '\(self["event"] ?? "")'; it takes \(accepted)"
    case .notDueYet:
      "'\(self["event"] ?? "")' comes too early for the callback, which is \(state); it is due at "
        + (self["due"] ?? "a later time")
    case .unknownEvent: "there is no event '\(value)'\(hint); the events are \(accepted)"
    case .notReschedulable:
      "the callback is \(state) and cannot be rescheduled; only one that is SCHEDULED or COMPLETED can"
    case .missingParameter: "the parameter '\(parameter)' is missing\(expected)\(place)"
    case .invalidParameter: "'\(value)' cannot be the parameter '\(parameter)'\(expected)\(hint)\(place)"
    case .unknownParameter: "there is no parameter '\(parameter)'\(place)\(hint)\(choices)"
    case .malformedID: "'\(value)' is not the id of a callback\(expected)"
    case .impossibleNumber:
      "the customer's number is not one that can be called\(expected)"
        + option
    case .rangeInvalid: "'\(value)' cannot be the range's '\(parameter)'\(expected)"
    case .outsideOfficeHours: "the office is closed at '\(self["desired"] ?? "")'\(option)"
    case .slotFull: "no capacity is left at '\(self["desired"] ?? "")'\(detail)\(option)"
    case .desiredTimeInPast: "the desired time '\(self["desired"] ?? value)' is over\(detail)"
    case .desiredTimeTooFar:
      "the desired time '\(self["desired"] ?? value)' is too far ahead\(detail)\(option)"
    case .missingOfficeHours:
      "the service\(self["service"].map { " '\($0)'" } ?? "") has no office hours"
        + (value.isEmpty ? "" : " of the name '\(value)'")
        + "; set '\(self["option"] ?? "_business_hours_service")'\(hint)"
    case .malformedRecord, .damagedRecord:
      "the record\(self["id"].map { " of \(self["kind"] ?? "callback") '\($0)'" } ?? "")"
        + " is damaged at '\(self["member"] ?? "")'"
        + (self["value"].map { ": '\($0)'" } ?? "") + expected
    default:
      limitSentence ?? queueSentence ?? querySentence ?? deviceSentence ?? messageSentence
        ?? simulationSentence ?? "\(code.rawValue)\(value.isEmpty ? "" : ": '\(value)'")\(hint)"
    }
  }

  private var state: String { self["state"] ?? "in another state" }

  private var accepted: String {
    let names = list("accepted")
    return names.isEmpty ? "no event any more" : names.map { "'\($0)'" }.joined(separator: ", ")
  }

  private var choices: String {
    let names = list("accepted")
    return names.isEmpty ? "; it takes none" : "; there is " + names.map { "'\($0)'" }.joined(separator: ", ")
  }

  private var hint: String { self["suggestion"].map { ". Did you mean '\($0)'?" } ?? "" }
  private var expected: String { self["expected"].map { "; give \($0)" } ?? "" }
  private var place: String {
    self["event"].map { " (event '\($0)')" } ?? self["request"].map { " (request '\($0)')" } ?? ""
  }

  private var detail: String { self["detail"].map { ": \($0)" } ?? "" }

  private var option: String {
    self["option"].map { " (option '\($0)' = '\(self["value"] ?? "")')" } ?? ""
  }
}
