internal import GMSCalendar

/// All English of gmsctl's usage errors: what is wrong, the value in quotes, what would be right.
extension UsageError: CustomStringConvertible {
  /// The error as one sentence for a person.
  package var description: String {
    let value = Quotation.cut(self.value)
    let command = "'\(path.joined(separator: " "))'"
    let hint = suggestion.map { ". Did you mean '\($0)'?" } ?? ""
    let right = detail.map { "; \($0)" } ?? ""
    let at = place.map { " of '\($0)'" } ?? ""
    return switch code {
    case .unknownCommand:
      "\(path.count > 1 ? "\(command) has no command" : "there is no command") '\(value)'\(hint)"
    case .missingCommand: "\(command) needs one of its commands"
    case .unknownOption: "\(command) has no option '\(value)'\(hint)"
    case .misplacedOption: "the option '\(value)' must stand after the command it belongs to\(right)"
    case .unexpectedValue: "the option '\(place ?? "")' takes no value, but got '\(value)'"
    case .missingValue: "the option '\(value)' needs a value\(right)"
    case .repeatedOption: "the option '\(value)' is given twice"
    case .conflictingOptions: "the options '\(value)' and '\(place ?? "")' exclude each other"
    case .onlyForReading:
      "the option '\(value)' is for commands that only read the store's state; \(command) does not take it"
    case .missingOption: "\(command) needs the option '\(value)'\(right)"
    case .missingArgument: "\(command) needs the argument '\(value)'"
    case .extraArgument: "\(command) takes no \(detail.map { "\($0) " } ?? "")argument '\(value)'"
    case .unknownChoice: "'\(value)'\(at) is not known; choose \(detail ?? "")\(hint)"
    case .malformedInteger: "'\(value)'\(at) is not a whole number\(right)"
    case .integerOutOfRange: "'\(value)'\(at) is out of range\(right)"
    case .malformedQuantity: "'\(value)'\(at) cannot be read\(right)"
    case .malformedTime: "the time\(at) is wrong: \(detail ?? "'\(value)'")"
    case .malformedZone: "the time zone\(at) is wrong: \(detail ?? "'\(value)'")"
    case .malformedPair:
      "'\(value)' is not \(place ?? "key=value"); quote a value that holds blanks, as in 'key=two words'"
    case .emptyKey: "'\(value)' has no key before its '='"
    case .repeatedKey: "the key '\(value)' is given twice"
    case .unknownField: "there is no field '\(value)'\(right)\(hint)"
    case .malformedFields: "'\(value)' is not a list of fields\(right)"
    case .unreadableFile: "cannot read '\(value)'\(at): \(detail ?? "")"
    case .notText: "'\(value)'\(at) is not UTF-8 text"
    case .inputReadTwice: "standard input is asked for twice, the second time by '\(value)'"
    case .confirmationNeeded: "this would \(value), and there is no terminal to ask; write '--yes' to agree"
    }
  }
}
