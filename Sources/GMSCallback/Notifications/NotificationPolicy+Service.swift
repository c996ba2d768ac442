import GMSCore

extension NotificationPolicy {
  /// The words of `_enable_status_notification`.
  private enum Mode: String, CaseIterable {
    case off = "false"
    case subscribed = "subscribe_notify"
    case always = "notify"
  }

  /// The words of `_status_notification_type`.
  private enum Way: String, CaseIterable {
    case http = "httpcb"
    case orchestration = "orscb"

    var kind: NotificationAddress.Kind {
      switch self {
      case .http: .http
      case .orchestration: .orchestration
      }
    }
  }

  /// What the options of a callback service write; nil when nobody is told anything.
  ///
  /// - Throws: `CoreError` with code `invalidOption` for a value that does not read.
  static func of(_ service: ConfiguredService) throws(CoreError) -> NotificationPolicy? {
    let mode = try service.choice("_enable_status_notification", as: Mode.self)
    guard mode != .off else { return nil }
    let target = service["_status_notification_target"]
    if mode == .always, target == nil { return nil }
    let parameters = try service.names("notify_params")
    return NotificationPolicy(
      isSubscription: mode == .subscribed,
      target: target,
      kind: try service.choice("_status_notification_type", as: Way.self).kind,
      provider: service["_status_notification_provider"],
      isDebug: try service.boolean("_status_notification_debug"),
      maxAttempts: try service.integer("_max_notify_delivery_attempts"),
      parameters: parameters.isEmpty ? defaultParameters : parameters
    )
  }
}
