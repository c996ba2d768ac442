import GMSCalendar
public import GMSCore

extension CallbackAnswer {
  /// The members of a notification's answer, in order.
  public static let notificationFields = [
    "id", "callback", "service", "subject", "created", "next", "attempts", "max_attempts", "type", "target",
    "provider", "debug", "error", "message",
  ]

  /// A notification that waits, or is delivered.
  ///
  ///     {"id":"1-…-3.0","callback":"1-…","service":"support","subject":"_cbe_on_target_found","created":"…Z","next":"…Z",
  ///      "attempts":1,"max_attempts":3,"type":"httpcb","target":"https://…","provider":null,"debug":false,
  ///      "error":"…","message":{…}}
  ///
  /// `next`, `type` and `target` are null for a message that waits to be asked for, `error` where no attempt failed.
  public static func notification(_ notification: CallbackNotification) -> JSONValue {
    let address = notification.address
    return .object([
      .init("id", .string(notification.id)),
      .init("callback", .string(notification.callback.text)),
      .init("service", .string(notification.service)),
      .init("subject", .string(notification.subject.name)),
      .init("created", .string(InstantText.print(notification.created))),
      .init("next", address == nil ? .null : .string(InstantText.print(notification.nextAttempt))),
      .init("attempts", .integer(Int64(notification.attempts))),
      .init("max_attempts", .integer(Int64(notification.maxAttempts))),
      .init("type", text(address?.kind.rawValue)),
      .init("target", text(address?.target)),
      .init("provider", text(address?.provider)),
      .init("debug", .bool(address?.isDebug ?? false)),
      .init("error", text(notification.lastFailure)),
      .init("message", notification.message),
    ])
  }

  /// Notifications, in the order in which they are given.
  public static func notifications(_ notifications: [CallbackNotification]) -> JSONValue {
    .array(notifications.map(notification))
  }

  /// The members of the answer to pausing or resuming a service, in order.
  public static let pauseFields = ["service", "paused", "changed", "count", "callbacks"]

  /// What pausing or resuming a service did.
  ///
  ///     {"service":"support","paused":true,"changed":true,"count":2,"callbacks":["1-…","1-…"]}
  ///
  /// `changed` says whether the service was not so before; `callbacks` are those that were paused or resumed, in the
  /// order of the line.
  public static func pause(_ report: PauseReport) -> JSONValue {
    let ids = report.steps.map(\.id.text)
    return .object([
      .init("service", .string(report.service)),
      .init("paused", .bool(report.isPaused)),
      .init("changed", .bool(report.isChanged)),
      .init("count", .integer(Int64(ids.count))),
      .init("callbacks", .array(ids.map(JSONValue.string))),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
