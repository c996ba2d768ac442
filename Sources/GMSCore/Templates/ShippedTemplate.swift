/// The templates that the library ships.
///
/// Which template a service belongs to, and what templates there are, is known from here, so that none of the
/// files is read to find out; a template's file is read when its options are first asked for.
public enum ShippedTemplate: String, CaseIterable, Sendable {
  /// When an office is open.
  case officeHours = "office-hours"
  /// How many callbacks each time bucket takes.
  case capacity
  /// Callbacks and delayed chats.
  case callback
  /// An access number to call at once.
  case requestInteraction = "request-interaction"
  /// An access number for a service that runs already.
  case requestAccess = "request-access"
  /// Which service a call belongs to.
  case matchInteraction = "match-interaction"
  /// A chat session.
  case requestChat = "request-chat"
  /// How the node is.
  case get
  /// An answer that the configuration writes.
  case basicGet = "basic_get"
  /// Statistics of a virtual queue.
  case ursStat = "urs-stat"
  /// The sample application of GMS.
  case samples

  /// The template of that name; nil when none that ships has it.
  public init?(named name: String) {
    guard let found = ShippedTemplate.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = found
  }

  /// The name.
  public var name: String { rawValue }

  /// The value of `_type` in services of it.
  public var type: String {
    switch self {
    case .callback: "ors"
    case .officeHours, .capacity, .requestInteraction, .requestAccess, .matchInteraction, .requestChat, .get,
      .basicGet, .ursStat, .samples:
      "builtin"
    }
  }

  /// The value of `_service` in services of it; GMS calls each by the template's name.
  public var service: String { rawValue }
}
