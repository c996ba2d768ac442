/// The English of errors about ids, instances, stored data and records.
extension CoreError {
  /// The sentence of a code of this subject; nil for any other.
  var instanceSentence: String? {
    switch code {
    case .malformedServiceID: "\(quoted("value")) is not an id; write \(self["expected"] ?? ServiceID.form)"
    case .unknownInstance: "there is no running service \(quoted("id"))\(ending)"
    case .unknownStorage: "nothing is stored under \(quoted("id"))\(ending)"
    case .unknownStorageKey:
      "what is stored under \(quoted("id")) has no key \(quoted("key"))"
        + hint(or: accepted("; it has ", none: "; it has none"))
    case .malformedStorageKey:
      "\(quoted("value")) cannot be a key of stored data; write 1 to 200 bytes of text without / and control "
        + "characters"
    case .storageTooLarge:
      "the data has \(plain("value")) bytes, and one id keeps \(plain("maximum")); store less, or under several "
        + "ids"
    case .malformedRecord, .damagedRecord:
      "the \(plain("kind")) record\(clause("id") { " \($0)" }) is damaged at \(quoted("member"))"
        + clause("value") { ": \($0)" } + "; give \(self["expected"] ?? "")"
    default: nil
    }
  }

  private var ending: String {
    has("expired")
      ? "; its time to live ended at \(quoted("expired"))"
      : "; it was never there, was taken away, or is long over"
  }
}
