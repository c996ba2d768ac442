public import GMSCore

/// Tells a device where to open the chat.
///
///     {"_dialog_id":"1","_action":"StartChat","_label":"Start Chat",
///      "_start_chat_url":"http://localhost:8080/genesys/1/service/1-…/ixn/chat",
///      "_comet_url":"http://localhost:8080/genesys/cometd","_user_header":"b164…","_id_to_jump_before":"exit://",
///      "_chat_parameters":{"subject":"None"},"_id":"1-…"}
public struct StartChatDialog: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// The device's own name, which it sends as its header `gms_user`: the callback's `_device_notification_id`; empty
  /// when it gave none.
  public let device: String
  /// The address under which devices reach GMS; see ``/GMSCore/ServerAddress``.
  public let server: String

  /// A dialog from its parts.
  public init(id: CallbackID, device: String = "", server: String = ServerAddress.standard) {
    self.id = id
    self.device = device
    self.server = server
  }

  /// Where the chat is opened: the request `ixn/chat` of the callback.
  public var startURL: String { "\(server)/genesys/1/service/\(id.text)/\(RunningRequest.chat.rawValue)" }

  /// Where messages are pushed from.
  public var cometURL: String { "\(server)/genesys/cometd" }

  /// The dialog as GMS answers it.
  public var json: JSONValue {
    .object([
      .init("_dialog_id", .string("1")),
      .init("_action", .string("StartChat")),
      .init("_label", .string("Start Chat")),
      .init("_start_chat_url", .string(startURL)),
      .init("_comet_url", .string(cometURL)),
      .init("_user_header", .string(device)),
      .init("_id_to_jump_before", .string("exit://")),
      .init("_chat_parameters", ["subject": "None"]),
      .init("_id", .string(id.text)),
    ])
  }
}
