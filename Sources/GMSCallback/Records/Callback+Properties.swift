import GMSCalendar

extension Callback {
  /// A property by the name under which it is answered: one of the record's own, or a parameter of the request.
  public func property(_ key: String) -> String? {
    switch key {
    case "_id": id.text
    case "_service_name": service
    case "_desired_time": InstantText.print(desired)
    case "_expiration_time": InstantText.print(expiration)
    case "_callback_state": state.name.rawValue
    case "_callback_reason": completionReason?.rawValue
    case "_url": url
    default: properties[key]
    }
  }

  /// Why the callback is COMPLETED; nil when it is not.
  public var completionReason: CompletionReason? {
    switch state {
    case .completed(let completed): completed.reason
    case .scheduled, .queued, .routing, .processing, .paused: nil
    }
  }
}
