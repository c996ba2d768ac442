/// The English of errors about templates.
extension CoreError {
  /// The sentence of a template's code; nil for any other.
  var templateSentence: String? {
    switch code {
    case .malformedTemplate:
      "\(templatePlace)\(clause("value") { " is \($0)" }): \(self["reason"] ?? "")\(hint)"
    case .templateExists:
      "template \(quoted("template")) has the same '_type' and '_service' as template \(quoted("other")), "
        + "\(quoted("value")); a service could not tell which of them is its own"
    case .templateIsShipped:
      "template \(quoted("template")) ships with the library and can neither be replaced nor deleted; "
        + "give one of your own another name"
    case .templateInUse:
      "template \(quoted("template")) is used by \(list("users")); change or delete what uses it first"
    case .unknownCategory:
      "template \(quoted("template")) has no category \(quoted("value"))\(accepted("; it has "))\(hint)"
    default: nil
    }
  }

  /// The part of a template that the error is about, or the template as a whole.
  private var templatePlace: String {
    let member = plain("member")
    let owner = has("template") ? "template \(quoted("template"))" : ""
    if member.isEmpty { return owner.isEmpty ? "this" : owner }
    return owner.isEmpty ? member : "\(owner), \(member)"
  }
}
