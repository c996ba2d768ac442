extension CoreError {
  /// The sentence of a code about what options name; nil for any other code.
  var referenceSentence: String? {
    switch code {
    case .groupInUse:
      "\(plain("kind")) \(quoted("group")) is used by \(list("users")); change or delete what uses it first"
    default: nil
    }
  }
}
