#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
public import GMSCore

/// Tells a customer that there is nothing to do yet: `{"_id":"1-…","_text":"…"}`.
///
/// The texts are our own.
public struct WaitingNotice: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// What the customer reads.
  public let text: String

  /// A notice from its parts.
  public init(id: CallbackID, text: String) {
    self.id = id
    self.text = text
  }

  /// That the customer is told when an agent is there.
  public static func notified(_ id: CallbackID) -> WaitingNotice {
    WaitingNotice(id: id, text: "We will notify you when an agent is available.")
  }

  /// That the customer is left alone until an instant.
  public static func snoozed(_ id: CallbackID, until: Date) -> WaitingNotice {
    WaitingNotice(id: id, text: "We will look for an agent again from \(InstantText.print(until)) on.")
  }

  /// That the customer's telephone will ring.
  public static func called(_ id: CallbackID) -> WaitingNotice {
    WaitingNotice(id: id, text: "We are calling you.")
  }

  /// The notice as GMS answers it.
  public var json: JSONValue {
    .object([.init("_id", .string(id.text)), .init("_text", .string(text))])
  }
}
