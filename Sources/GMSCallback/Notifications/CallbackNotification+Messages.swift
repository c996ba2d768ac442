#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// What is sent, as JSON.
extension CallbackNotification {
  /// A change of status.
  ///
  ///     {"id":"1-…-3.0","message":{"_event":"_cbe_on_target_found","_time":"…Z","_service_id":"1-…",
  ///      "_service_name":"support", …what `notify_params` lists…},"tag":"callback.status.1-…"}
  ///
  /// GMS does not document the body. This one has the frame of a push; the values are texts, and one that the callback
  /// does not have is left out.
  static func statusMessage(
    _ id: String,
    _ status: CallbackStatusEvent,
    _ callback: Callback,
    at now: Date,
    parameters: [String]
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("_event", .string(status.rawValue)),
      .init("_time", .string(InstantText.print(now))),
      .init("_service_id", .string(callback.id.text)),
      .init("_service_name", .string(callback.service)),
    ]
    var names = Set(members.map(\.name))
    for name in parameters {
      guard let value = callback.property(name), names.insert(name).inserted else { continue }
      members.append(.init(name, .string(value)))
    }
    return frame(id, .object(members), tag: "callback.status.\(callback.id.text)")
  }

  /// An agent is there; the device asks for the dialog by sending `_action` to the callback's address.
  ///
  ///     {"id":"1-…-3.1","message":{"_action":"get-dialog-user-confirmation-provide_code-false","_id":"1-…"},
  ///      "tag":"service.agentavailable.1-…"}
  static func agentAvailableMessage(_ id: String, _ callback: Callback, providesCode: Bool) -> JSONValue {
    let action: RunningRequest = providesCode ? .confirmationDialogWithCode : .confirmationDialog
    return frame(
      id,
      .object([.init("_action", .string(action.rawValue)), .init("_id", .string(callback.id.text))]),
      tag: "service.agentavailable.\(callback.id.text)"
    )
  }

  /// A message for the device: `{"_internal_message":"…","_id":"1-…","_display_message":"…"}`.
  static func deviceMessage(_ message: CallbackMessage, _ callback: CallbackID) -> JSONValue {
    .object([
      .init("_internal_message", .string(message.application)), .init("_id", .string(callback.text)),
      .init("_display_message", .string(message.display)),
    ])
  }

  /// A message for the agent, the inner object being text.
  ///
  ///     {"message":"{\"_id\":\"1-…\",\"_internal_message\":\"…\",\"_display_message\":\"…\"}","tag":"agent.message.1-…"}
  static func agentMessage(_ message: CallbackMessage, _ callback: CallbackID) -> JSONValue {
    let inner: JSONValue = .object([
      .init("_id", .string(callback.text)), .init("_internal_message", .string(message.application)),
      .init("_display_message", .string(message.display)),
    ])
    return .object([
      .init("message", .string(JSONWriter.compact(inner))),
      .init("tag", .string("agent.message.\(callback.text)")),
    ])
  }

  private static func frame(_ id: String, _ message: JSONValue, tag: String) -> JSONValue {
    .object([.init("id", .string(id)), .init("message", message), .init("tag", .string(tag))])
  }
}
