/// The English of errors about accounts.
extension CoreError {
  /// The sentence of a code about accounts; nil for any other.
  var accountSentence: String? {
    switch code {
    case .unknownAccount: "there is no account \(quoted("account"))\(hint(or: "; create it first"))"
    case .malformedAccountName:
      "\(quoted("value")) cannot name an account; write 1 to 200 bytes of printable text without [, ] and /, "
        + "and without a space at either end"
    case .unknownRole:
      "account \(quoted("account")) names the role \(quoted("value")), which does not exist"
        + accepted("; write ") + hint
    case .tooManyGroups:
      "option \(quoted("option"))\(ofOwner) names the groups \(list("groups")); an account can have one "
        + "group, so give the services one that they share"
    case .groupAmongServices:
      "option \(quoted("option"))\(ofOwner) names the group \(list("groups")) beside other names; write the "
        + "group alone, or services only"
    case .accountInUse:
      "account \(quoted("account")) is used by \(list("users")); change or delete what uses it first"
    case .notPermitted:
      "account \(quoted("account")) may not \(deed)" + (refusalReason.map { ": \($0)" } ?? "")
    default: nil
    }
  }

  /// Why an account may not do something, without saying again what it may not do; nil for any other error.
  package var refusalReason: String? {
    guard code == .notPermitted,
      let reason = self["reason"].flatMap(PermissionDecision.Reason.init(rawValue:))
    else { return nil }
    let right = accepted("; give it ")
    let role = self["role"] ?? ""
    return switch reason {
    case .noRole: "it has no role\(right)"
    case .roleExcludesAction:
      role.contains(",")
        ? "its roles \(plain("role")) do not include it\(right)"
        : "its role \(plain("role")) does not include it\(right)"
    case .serviceNotListed:
      has("id")
        ? "it is none of its services' callbacks, or does not exist"
        : "that is none of its services"
    }
  }

  /// What the account would have done.
  private var deed: String {
    let action = self["action"].flatMap(AccountAction.init(rawValue:))
    let verb = self["action"] ?? "do this"
    if has("id") { return "\(verb) callback \(quoted("id"))" }
    let ofService = clause("service") { " of service \($0)" }
    return switch action {
    case .view: has("service") ? "view service \(quoted("service"))" : "view callbacks"
    case .start, .reschedule, .cancel: "\(verb) callbacks\(ofService)"
    case .configure, nil: verb
    }
  }
}
