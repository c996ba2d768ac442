extension CallbackError {
  /// The English about messages between device and agent; nil for any other code.
  var messageSentence: String? {
    let value = self["value"] ?? ""
    let limit = self["limit"] ?? ""
    return switch code {
    case .messageTooLong:
      "the parameter '\(self["parameter"] ?? "")' has \(value) bytes; give at most \(limit)"
    case .tooManyMessages:
      "\(limit) messages wait for the \(value) already; they must be retrieved before a further one is taken"
    case .callbackOver:
      "the callback '\(self["id"] ?? "")' is COMPLETED; it takes no '\(self["request"] ?? "")' any more"
    default: nil
    }
  }
}
