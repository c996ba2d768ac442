/// The English of errors about requests.
extension CoreError {
  /// The sentence of a code about requests; nil for any other.
  var requestSentence: String? {
    switch code {
    case .missingParameter:
      "the parameter \(quoted("parameter"))\(ofOwner) is missing\(accepted("; give "))"
    case .invalidParameter:
      if has("reason") {
        "the parameter \(quoted("parameter"))\(ofOwner) is refused\(because)"
      } else {
        "\(quoted("value")) cannot be the parameter \(quoted("parameter"))\(ofOwner)"
          + accepted("; give ") + hint
      }
    case .serviceNotRun:
      "service \(quoted("service")) is of template \(quoted("template")), which cannot be run here; "
        + "request one of template \(accepted(""))"
    case .serviceStatus: "service \(quoted("service")) answered \(plain("status"))"
    default: nil
    }
  }
}
