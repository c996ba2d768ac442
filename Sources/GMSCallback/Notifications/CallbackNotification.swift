#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

/// Something that somebody outside has to be told of a callback, kept in the store until it is.
///
/// It is written in the transaction of the step, or of the request, that is its cause: what was not committed is never
/// told, and what was committed is not forgotten. All that wait are the store's *outbox*.
///
/// Those with an ``address`` are delivered by the driver, at least once, and in the order of the callback's life: one
/// that fails holds back those behind it. Messages for a device and for an agent also go to whoever asks for them.
/// Receivers tell a repeated delivery by its ``id``.
public struct CallbackNotification: Hashable, Identifiable, Sendable {
  /// The name, unique and the same in each delivery: `<callback>-<step>.<place among the step's actions>`, or
  /// `<callback>-<uuid>` for a message.
  public let id: String
  /// The callback that it is about.
  public let callback: CallbackID
  /// The callback's service.
  public let service: String
  /// What it tells.
  public let subject: Subject
  /// After how many steps of the callback it was made, and its place among what was made then; its order.
  public let order: Order
  /// When it was made.
  public let created: Date
  /// What is sent: one JSON object.
  public let message: JSONValue
  /// How often delivery is tried (`_max_notify_delivery_attempts`), 1 or more.
  public let maxAttempts: Int
  /// Where it goes; nil when it only waits to be asked for.
  public internal(set) var address: NotificationAddress?
  /// How often delivery was tried and failed.
  public internal(set) var attempts: Int
  /// When delivery is tried next; without an address, when it was made.
  public internal(set) var nextAttempt: Date
  /// What the last failed attempt answered.
  public internal(set) var lastFailure: String?
  /// When it is thrown away although nobody has taken it.
  public internal(set) var expires: Date

  /// A place in the order of what is told of one callback.
  public struct Order: Hashable, Comparable, Sendable {
    /// How many steps the callback's history had.
    public let step: Int
    /// The place among what was made after that step; messages come after what the step itself made.
    public let index: Int

    /// A place from its parts.
    public init(step: Int, index: Int) {
      self.step = step
      self.index = index
    }

    /// Orders by step, then by index.
    public static func < (lhs: Order, rhs: Order) -> Bool { (lhs.step, lhs.index) < (rhs.step, rhs.index) }
  }

  /// What a notification can tell.
  public enum Subject: Hashable, Sendable {
    /// A change of the callback's status, for other systems.
    case status(CallbackStatusEvent)
    /// An agent is there, and the customer is asked whether it suits now; for the device.
    case agentAvailable
    /// A message from the agent, for the device.
    case deviceMessage
    /// A message from the device, for the agent.
    case agentMessage
  }

  /// For how many seconds a notification is kept after its next attempt was due, when nobody delivers: a day.
  ///
  /// GMS does not document this. Messages are kept at least as long as their callback's life.
  public static let lifetime = 86_400

  /// A notification from all its parts.
  package init(
    id: String,
    callback: CallbackID,
    service: String,
    subject: Subject,
    order: Order,
    created: Date,
    message: JSONValue,
    maxAttempts: Int,
    address: NotificationAddress?,
    attempts: Int = 0,
    nextAttempt: Date? = nil,
    lastFailure: String? = nil,
    expires: Date
  ) {
    precondition(maxAttempts >= 1, "A notification is delivered at least once.")
    self.id = id
    self.callback = callback
    self.service = service
    self.subject = subject
    self.order = order
    self.created = created.onMillisecond
    self.message = message
    self.maxAttempts = maxAttempts
    self.address = address
    self.attempts = attempts
    self.nextAttempt = (nextAttempt ?? created).onMillisecond
    self.lastFailure = lastFailure
    self.expires = expires.onMillisecond
  }
}
