extension CallbackError {
  /// The English of what is asked about the line; nil for another code.
  var queueSentence: String? {
    switch code {
    case .notInQueue:
      "the callback is \(self["state"] ?? "in another state") and has no place in line; one has that is "
        + list("accepted").map { "'\($0)'" }.joined(separator: ", ")
    default: nil
    }
  }
}
