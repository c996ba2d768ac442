/// The English of errors about lists of callbacks.
extension CoreError {
  /// The sentence of a code about lists; nil for any other.
  var listingSentence: String? {
    switch code {
    case .unknownDateRange: "there is no range of dates \(quoted("value")); there are \(list("known"))\(hint)"
    default: nil
    }
  }
}
