/// A change of a callback's status that a service may want to be told of, by GMS's name.
public struct CallbackStatusEvent: RawRepresentable, Hashable, Sendable {
  /// GMS's name, such as `_cbe_on_dial_init`.
  public let rawValue: String

  /// A status event from GMS's name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The callback was made.
  ///
  /// Not sent by the machine, which begins with a callback that exists.
  public static let serviceCreated = CallbackStatusEvent(rawValue: "_cbe_on_service_create")
  /// The callback entered the queue.
  public static let callbackQueued = CallbackStatusEvent(rawValue: "_cbe_on_callback_queued")
  /// The queue took the callback.
  public static let virtualInteractionCreated = CallbackStatusEvent(rawValue: "_cbe_on_virtual_ixn_create")
  /// An agent was found.
  public static let targetFound = CallbackStatusEvent(rawValue: "_cbe_on_target_found")
  /// The customer's number is being dialled.
  public static let dialInitiated = CallbackStatusEvent(rawValue: "_cbe_on_dial_init")
  /// Dialling the customer's number had a result.
  public static let dialDone = CallbackStatusEvent(rawValue: "_cbe_on_dial_done")
  /// The customer on the line is being kept company until an agent answers.
  public static let connectTreatmentStarted = CallbackStatusEvent(rawValue: "_cbe_on_connect_treatment_start")
  /// The customer on the line waits for an agent.
  public static let customerQueued = CallbackStatusEvent(rawValue: "_cbe_on_customer_queued")
  /// The call goes to an agent.
  public static let routedToAgent = CallbackStatusEvent(rawValue: "_cbe_on_route_to_agent")
  /// The callback is over.
  public static let serviceExited = CallbackStatusEvent(rawValue: "_cbe_on_service_exit")
  /// The callback was cancelled.
  public static let callbackCancelled = CallbackStatusEvent(rawValue: "_cbe_on_callback_cancelled")
  /// The callback's time is near.
  public static let callbackReminder = CallbackStatusEvent(rawValue: "_cbe_on_callback_reminder")
}
