extension CoreError {
  /// The sentence of a code about targets; nil for any other code.
  var targetSentence: String? {
    switch code {
    case .malformedTarget:
      "\(quoted("value")) is not a target" + (has("column") ? ", from character \(plain("column")) on" : "")
        + ": \(self["reason"] ?? "")\(hint)"
    case .malformedTargetList:
      // The reason is made of sentences of ours, in which foreign text is cut already.
      (has("target") ? "target \(plain("target"))" : "")
        + (has("target") && has("value") && !has("cause") ? ", \(quoted("value"))" : "")
        + (has("target") ? ": " : "") + (self["reason"] ?? "") + hint
    default: nil
    }
  }
}
