#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
public import GMSCore

/// Shows a text to the customer, with a button.
///
///     {"_action":"ConfirmationDialog","_id":"1-…","_text":"…","_ok_title":"OK","_dialog_id":"0","_desired_time":"…Z"}
///
/// The texts are our own: GMS leaves their wording to its configuration.
public struct ConfirmationDialog: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// What the customer reads.
  public let text: String
  /// What stands on the button.
  public let okTitle: String
  /// The medium, which gives the dialog its number: 0 for voice, 1 for chat.
  public let media: CallbackPolicy.Media
  /// When the customer wanted to be called.
  public let desired: Date

  /// A dialog from its parts.
  public init(
    id: CallbackID,
    text: String,
    okTitle: String = "OK",
    media: CallbackPolicy.Media = .voice,
    desired: Date
  ) {
    self.id = id
    self.text = text
    self.okTitle = okTitle
    self.media = media
    self.desired = desired
  }

  /// That a callback was cancelled.
  public static func cancelled(_ callback: Callback) -> ConfirmationDialog {
    ConfirmationDialog(id: callback.id, text: "Your callback has been cancelled.", desired: callback.desired)
  }

  /// That an agent is there, and whether it suits now; `connect` says that it does.
  public static func agentIsReady(_ callback: Callback, media: CallbackPolicy.Media) -> ConfirmationDialog {
    ConfirmationDialog(
      id: callback.id,
      text: "An agent is available. Do you want to be connected now?",
      okTitle: "Connect",
      media: media,
      desired: callback.desired
    )
  }

  /// The dialog as GMS answers it; all values are texts.
  public var json: JSONValue {
    .object([
      .init("_action", .string("ConfirmationDialog")),
      .init("_id", .string(id.text)),
      .init("_text", .string(text)),
      .init("_ok_title", .string(okTitle)),
      .init("_dialog_id", .string(media == .chat ? "1" : "0")),
      .init("_desired_time", .string(InstantText.print(desired))),
    ])
  }
}
