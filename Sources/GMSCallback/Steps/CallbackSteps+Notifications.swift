#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackSteps {
  /// Keeps a status event for those who want to know of it.
  ///
  /// Its id is made of the step, so that the same callback makes the same notifications however often time is moved on.
  ///
  /// - Parameters:
  ///   - status: What happened.
  ///   - callback: To whom, as it is after the step.
  ///   - now: When.
  ///   - index: The place among the actions of the step.
  ///   - policy: The service's options.
  /// - Throws: errors of the store.
  func note(
    _ status: CallbackStatusEvent,
    of callback: Callback,
    at now: Date,
    index: Int = 0,
    policy: CallbackPolicy
  ) throws {
    guard let wanted = policy.notifications, let address = wanted.address(for: status, of: callback) else {
      return
    }
    let order = CallbackNotification.Order(step: callback.history.count, index: index)
    let id = "\(callback.id.text)-\(order.step).\(order.index)"
    let notification = CallbackNotification(
      id: id,
      callback: callback.id,
      service: callback.service,
      subject: .status(status),
      order: order,
      created: now,
      message: CallbackNotification.statusMessage(
        id,
        status,
        callback,
        at: now.onMillisecond,
        parameters: wanted.parameters
      ),
      maxAttempts: wanted.maxAttempts,
      address: address,
      expires: now.adding(seconds: CallbackNotification.lifetime)
    )
    try Outbox(writer).add(notification, writer)
  }

  /// Keeps a message for the customer's device that an agent is there.
  ///
  /// It is pushed to a device that the request named; else it waits until the device asks. An older one that nobody has
  /// taken is not true any more, and goes.
  func askForConfirmation(_ callback: Callback, at now: Date, index: Int) throws {
    let outbox = Outbox(writer)
    for old in try outbox.waiting(of: callback.id, CallbackNotification.Standing.forDevice)
    where old.subject == .agentAvailable {
      try writer.remove(.notification, old.id)
    }
    let settings = try DeviceSettings(of: callback, engine, writer)
    let order = CallbackNotification.Order(step: callback.history.count, index: index)
    let id = "\(callback.id.text)-\(order.step).\(order.index)"
    let notification = CallbackNotification(
      id: id,
      callback: callback.id,
      service: callback.service,
      subject: .agentAvailable,
      order: order,
      created: now,
      message: CallbackNotification.agentAvailableMessage(
        id,
        callback,
        providesCode: settings.providesCode
      ),
      maxAttempts: settings.maxAttempts,
      address: settings.address(of: callback),
      expires: callback.endOfMessages(madeAt: now)
    )
    try outbox.add(notification, writer)
  }

  /// Takes away the messages of a callback whose record goes; what others still have to be told stays.
  func removeMessages(of callback: Callback) throws {
    try Outbox(writer).removeAll(of: callback.id, CallbackNotification.Standing.ofCallback, writer)
  }
}
