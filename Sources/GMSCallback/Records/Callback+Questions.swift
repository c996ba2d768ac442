#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a callback can be asked.
extension Callback {
  /// Where the callback is.
  public var state: CallbackState { machine.state }

  /// When the customer wants to be called.
  public var desired: Date { machine.desired }

  /// When the record's life ends: the desired time and `_ttl`.
  public var expiration: Date { machine.expiration }

  /// When the driver has to look at the callback next; for a completed one, when its record may go.
  public var nextDue: Date { machine.nextDue }

  /// The customer's number as it was typed; nil when none was given.
  public var customerNumber: CustomerNumber? {
    properties[Callback.numberKey].flatMap { $0.isEmpty ? nil : CustomerNumber($0) }
  }

  /// The customer's data: the properties whose names do not begin with an underscore.
  public var userData: [String: String] { properties.filter { !$0.key.hasPrefix("_") } }

  /// The agent who is held for the callback, or talks with the customer.
  public var agent: String? {
    switch state {
    case .queued(let queued): queued.phase.agent
    case .routing(let routing): routing.agent
    case .processing(let processing): processing.agent
    case .scheduled, .paused, .completed: nil
    }
  }

  /// The stay in the queue; nil before it began and after it ended.
  public var progress: QueueProgress? {
    switch state {
    case .queued(let queued): queued.progress
    case .routing(let routing): routing.progress
    case .processing(let processing): processing.progress
    case .paused(let paused): paused.resume.progress
    case .scheduled, .completed: nil
    }
  }

  /// The place in line; nil when the callback is not in the queue (``CallbackState/Name/inQueue``).
  public var place: QueuePlace? {
    guard CallbackState.Name.inQueue.contains(state.name) else { return nil }
    return progress.map { QueuePlace(priority: priority, enteredAt: $0.enteredAt, id: id) }
  }

  /// The parameter that carries the customer's number.
  static let numberKey = "_customer_number"
}
