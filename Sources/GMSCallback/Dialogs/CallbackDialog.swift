public import GMSCore

/// What a customer's device is told to do next.
///
/// GMS's scenarios are driven by the server: the device does what a dialog says and comes back. GMS also knows
/// `DisplayMenu`, a menu to choose from; no scenario of callbacks answers one.
public enum CallbackDialog: Hashable, Sendable {
  /// Call an access number.
  case dialNumber(DialNumberDialog)
  /// Open a chat.
  case startChat(StartChatDialog)
  /// Show a text that the customer confirms.
  case confirmation(ConfirmationDialog)
  /// Nothing yet: the customer is told later.
  case notice(WaitingNotice)

  /// The dialog as GMS answers it.
  public var json: JSONValue {
    switch self {
    case .dialNumber(let dialog): dialog.json
    case .startChat(let dialog): dialog.json
    case .confirmation(let dialog): dialog.json
    case .notice(let notice): notice.json
    }
  }

  /// The names of all members that dialogs have.
  package static let fields = [
    "_dialog_id", "_label", "_action", "_tel_url", "_access_code", "_access_number", "_expiration_time",
    "_start_chat_url", "_comet_url", "_user_header", "_id_to_jump_before", "_chat_parameters", "_id", "_text",
    "_ok_title", "_desired_time",
  ]
}
