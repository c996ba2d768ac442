import GMSCore

/// What a service's options say about telling other systems of a callback's status.
///
/// The two modes of `_enable_status_notification`:
///
///     notify             every event goes to `_status_notification_target` of the service
///     subscribe_notify   the callback subscribes for the one who asks for it: the request may name its own
///                        `_status_notification_target` and `_status_notification_type` where the service names no
///                        target, and in `_status_notification_events` the events that it wants; without that, all
///
/// In GMS `notify` leaves subscribing to the application, by an interface that is not part of this library, so its
/// target is told without. `_status_notification_events` is the library's; GMS names events in an object of its
/// configuration server. Where no target is named, nothing is told. A request that may name a target decides where the
/// transport sends to, so a service that takes requests from strangers should name its own.
///
/// It is a class so that a ``CallbackPolicy`` stays cheap to copy, and never changes.
public final class NotificationPolicy: Sendable {
  /// Whether a request decides for itself what it is told of (`subscribe_notify`).
  public let isSubscription: Bool
  /// To whom (`_status_notification_target`); nil where the service names nobody.
  public let target: String?
  /// How (`_status_notification_type`).
  public let kind: NotificationAddress.Kind
  /// Through whom (`_status_notification_provider`).
  public let provider: String?
  /// Whether the provider's test certificates are meant (`_status_notification_debug`).
  public let isDebug: Bool
  /// How often delivery is tried (`_max_notify_delivery_attempts`), 1 or more.
  public let maxAttempts: Int
  /// What is told besides the event, its time, the callback's id and its service (`notify_params`).
  public let parameters: [String]

  /// What is told where the service has no `notify_params`; GMS does not document its own.
  public static let defaultParameters = ["_desired_time", "_callback_state", "_callback_reason"]

  /// A policy from its parts.
  ///
  /// - Precondition: `maxAttempts` is 1 or more; a status goes to no device.
  public init(
    isSubscription: Bool = false,
    target: String?,
    kind: NotificationAddress.Kind = .http,
    provider: String? = nil,
    isDebug: Bool = false,
    maxAttempts: Int = 3,
    parameters: [String] = NotificationPolicy.defaultParameters
  ) {
    precondition(maxAttempts >= 1, "Delivery is tried at least once.")
    precondition(kind != .device, "A status is told to systems, not to devices.")
    self.isSubscription = isSubscription
    self.target = target
    self.kind = kind
    self.provider = provider
    self.isDebug = isDebug
    self.maxAttempts = maxAttempts
    self.parameters = parameters
  }

  /// Where an event of a callback is told; nil when nobody wants to know of it.
  func address(for status: CallbackStatusEvent, of callback: Callback) -> NotificationAddress? {
    var (target, kind) = (target, kind)
    if isSubscription {
      let subscription = StatusSubscription(callback.properties)
      guard subscription.wants(status) else { return nil }
      if target == nil {
        target = subscription.target
        kind = subscription.kind ?? kind
      }
    }
    return target.map { NotificationAddress(kind, target: $0, provider: provider, isDebug: isDebug) }
  }
}

extension NotificationPolicy: Hashable {
  /// Whether all parts are equal.
  public static func == (lhs: NotificationPolicy, rhs: NotificationPolicy) -> Bool {
    lhs === rhs
      || (lhs.isSubscription, lhs.target, lhs.kind, lhs.provider, lhs.isDebug, lhs.maxAttempts)
        == (rhs.isSubscription, rhs.target, rhs.kind, rhs.provider, rhs.isDebug, rhs.maxAttempts)
        && lhs.parameters == rhs.parameters
  }

  /// Hashes all parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isSubscription)
    hasher.combine(target)
    hasher.combine(kind)
    hasher.combine(provider)
    hasher.combine(isDebug)
    hasher.combine(maxAttempts)
    hasher.combine(parameters)
  }
}
