/// A change of a callback's status that a service may want to be told of, by GMS's name.
///
/// Open: a name that this library does not know is kept as it is.
public struct CallbackStatusEvent: RawRepresentable, Sendable {
  /// The names that GMS documents, in a byte each.
  enum Known: UInt8, CaseIterable, Sendable {
    case serviceCreated, callbackQueued, virtualInteractionCreated, targetFound, dialInitiated, dialDone
    case connectTreatmentStarted, customerQueued, routedToAgent, serviceExited, callbackCancelled
    case callbackReminder
  }

  /// The documented name; nil for another.
  let known: Known?
  /// A name that is not documented.
  private let other: String?

  /// A status event of a documented name.
  init(_ known: Known) {
    self.known = known
    other = nil
  }

  /// A status event from GMS's name.
  public init(rawValue: String) {
    known = Known.allCases.first { $0.name == rawValue }
    other = known == nil ? rawValue : nil
  }

  /// GMS's name, such as `_cbe_on_dial_init`.
  public var rawValue: String { known?.name ?? other ?? "" }

  /// The callback was made.
  ///
  /// Not sent by the machine, which begins with a callback that exists.
  public static let serviceCreated = CallbackStatusEvent(.serviceCreated)
  /// The callback entered the queue.
  public static let callbackQueued = CallbackStatusEvent(.callbackQueued)
  /// The queue took the callback.
  public static let virtualInteractionCreated = CallbackStatusEvent(.virtualInteractionCreated)
  /// An agent was found.
  public static let targetFound = CallbackStatusEvent(.targetFound)
  /// The customer's number is being dialled.
  public static let dialInitiated = CallbackStatusEvent(.dialInitiated)
  /// Dialling the customer's number had a result.
  public static let dialDone = CallbackStatusEvent(.dialDone)
  /// The customer on the line is being kept company until an agent answers.
  public static let connectTreatmentStarted = CallbackStatusEvent(.connectTreatmentStarted)
  /// The customer on the line waits for an agent.
  public static let customerQueued = CallbackStatusEvent(.customerQueued)
  /// The call goes to an agent.
  public static let routedToAgent = CallbackStatusEvent(.routedToAgent)
  /// The callback is over.
  public static let serviceExited = CallbackStatusEvent(.serviceExited)
  /// The callback was cancelled.
  public static let callbackCancelled = CallbackStatusEvent(.callbackCancelled)
  /// The callback's time is near.
  public static let callbackReminder = CallbackStatusEvent(.callbackReminder)
}

extension CallbackStatusEvent: Hashable {
  /// Whether both have one name.
  public static func == (lhs: CallbackStatusEvent, rhs: CallbackStatusEvent) -> Bool {
    lhs.known == rhs.known && lhs.other == rhs.other
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(known)
    hasher.combine(other)
  }
}

extension CallbackStatusEvent.Known {
  /// GMS's name.
  var name: String {
    switch self {
    case .serviceCreated: "_cbe_on_service_create"
    case .callbackQueued: "_cbe_on_callback_queued"
    case .virtualInteractionCreated: "_cbe_on_virtual_ixn_create"
    case .targetFound: "_cbe_on_target_found"
    case .dialInitiated: "_cbe_on_dial_init"
    case .dialDone: "_cbe_on_dial_done"
    case .connectTreatmentStarted: "_cbe_on_connect_treatment_start"
    case .customerQueued: "_cbe_on_customer_queued"
    case .routedToAgent: "_cbe_on_route_to_agent"
    case .serviceExited: "_cbe_on_service_exit"
    case .callbackCancelled: "_cbe_on_callback_cancelled"
    case .callbackReminder: "_cbe_on_callback_reminder"
    }
  }
}
