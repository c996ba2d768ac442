#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

/// A customer's request to be called back, and everything that has become of it.
///
/// It is a value: a change is made on a copy and put into a store by whoever made it. Its state changes only
/// through ``apply(_:at:policy:)``, which keeps the history.
public struct Callback: Hashable, Identifiable, Sendable {
  /// The callback's name.
  public let id: CallbackID
  /// The configured service that it belongs to.
  public let service: String
  /// When it was made.
  public let created: Date
  /// The time that was asked for at first; ``desired`` is the one that holds now.
  public let requested: Date
  /// Its priority in line: a higher one is served before a lower one, whoever came first.
  public private(set) var priority: Int
  /// The request's parameters and the customer's data, names to texts.
  ///
  /// What the record itself holds (``recordKeys``) never stands here. Names that begin with an underscore are
  /// parameters of GMS; the others are the customer's data, see ``userData``.
  public private(set) var properties: [String: String]
  /// The life of the callback.
  public private(set) var machine: CallbackStateMachine
  /// What happened to it, in the order in which it happened.
  public private(set) var history: [TransitionRecord]
  /// The bookings of access numbers that were made for it and not taken back, the one of the offer first.
  ///
  /// A booking that ran out by itself may still stand here; the booking's own record says what became of it.
  public package(set) var bookings: [AccessBookingID]

  /// The names that the record answers by itself; a property of such a name would contradict it.
  public static let recordKeys: Set<String> = [
    "_id", "_service_name", "_desired_time", "_expiration_time", "_callback_state", "_callback_reason",
    "_url",
  ]

  /// A new callback, SCHEDULED; when it is due at once, its submission is due at `created`.
  ///
  /// - Parameters:
  ///   - id: The callback's name, which nobody has yet.
  ///   - service: The configured service that it belongs to.
  ///   - desired: When the customer wants to be called; whole milliseconds are kept.
  ///   - created: When it is made; whole milliseconds are kept.
  ///   - priority: Its priority in line; higher is served first.
  ///   - properties: All parameters of the request; those of ``recordKeys`` are left out.
  ///   - policy: The service's options.
  /// - Precondition: `service` is not empty.
  public init(
    id: CallbackID,
    service: String,
    desired: Date,
    created: Date,
    priority: Int = 0,
    properties: [String: String] = [:],
    policy: CallbackPolicy
  ) {
    precondition(!service.isEmpty, "A callback belongs to a service.")
    let machine = CallbackStateMachine(desired: desired, created: created, policy: policy)
    self.init(
      id: id,
      service: service,
      created: created.onMillisecond,
      requested: machine.desired,
      priority: priority,
      properties: Callback.kept(properties),
      machine: machine,
      history: []
    )
  }

  /// The properties without those that the record answers by itself; mostly that is all of them, uncopied.
  private static func kept(_ properties: [String: String]) -> [String: String] {
    guard properties.keys.contains(where: recordKeys.contains) else { return properties }
    return properties.filter { !recordKeys.contains($0.key) }
  }

  /// A callback from all its parts, which are taken as they are: ``init(json:)`` is the door that checks.
  package init(
    id: CallbackID,
    service: String,
    created: Date,
    requested: Date,
    priority: Int,
    properties: [String: String],
    machine: CallbackStateMachine,
    history: [TransitionRecord],
    bookings: [AccessBookingID] = []
  ) {
    self.id = id
    self.service = service
    self.created = created
    self.requested = requested
    self.priority = priority
    self.properties = properties
    self.machine = machine
    self.history = history
    self.bookings = bookings
  }

  /// Takes an event; the step is added to the history, except when it changes nothing or removes the record.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - now: When it happened; an event of time is applied at its timer's instant.
  ///   - policy: The service's options.
  /// - Returns: The step, with what has to be done.
  /// - Throws: `CallbackError` as ``CallbackStateMachine/apply(_:at:policy:)`` does; the callback is as before.
  @discardableResult
  public mutating func apply(_ event: CallbackEvent, at now: Date, policy: CallbackPolicy)
    throws(CallbackError) -> CallbackTransition
  {
    let step = try machine.apply(event, at: now, policy: policy)
    if step.noOp == nil, step.event != .retentionEnded {
      history.append(
        TransitionRecord(from: step.kinds.from, event: step.event, to: step.kinds.to, at: step.at)
      )
    }
    return step
  }

  /// Gives the callback another priority, as only a request that reschedules it may.
  mutating func prioritise(_ priority: Int) { self.priority = priority }

  /// Adds properties, replaces those of the same name, and removes those whose new value is empty.
  ///
  /// Names of ``recordKeys`` are left out, as when the callback was made.
  public mutating func merge(_ changes: [String: String]) {
    for (name, value) in changes where !Callback.recordKeys.contains(name) {
      properties[name] = value.isEmpty ? nil : value
    }
  }
}
