/// Where a notification goes, as a transport has to know it.
public struct NotificationAddress: Hashable, Sendable {
  /// The ways in which a notification can be sent.
  public enum Kind: String, CaseIterable, Sendable {
    /// An HTTP request to the address that is the target (`_status_notification_type`).
    case http = "httpcb"
    /// An event for the orchestration session that is the target (`_status_notification_type`).
    case orchestration = "orscb"
    /// A push to the customer's device, whose id at the push service is the target.
    case device
  }

  /// How it is sent.
  public let kind: Kind
  /// To whom: an address, a session, or a device (`_status_notification_target`, `_device_notification_id`).
  public let target: String
  /// Through whom: `_status_notification_provider`, or for a device its system, `_device_os`; nil when none is named.
  public let provider: String?
  /// Whether the provider's test certificates are meant (`_status_notification_debug`,
  /// `_use_debug_push_certificate`).
  public let isDebug: Bool

  /// An address from its parts.
  public init(_ kind: Kind, target: String, provider: String? = nil, isDebug: Bool = false) {
    self.kind = kind
    self.target = target
    self.provider = provider
    self.isDebug = isDebug
  }
}
