#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// Takes steps of callbacks inside one transaction, and does at once what the engine itself has to do because of them.
///
/// The machine only says what has to be done. The engine hands the callback to the queue, keeps access numbers and
/// notifications, holds back what a paused service holds back, and removes records; finding agents and dialling is for
/// whoever is told the actions. This is the one place through which every step of every request goes.
struct CallbackSteps {
  let engine: CallbackEngine
  let context: RequestContext
  let writer: any StoreWriter
  /// Where offers without an access number are kept; nil where such an offer is refused.
  let shortages: OfferShortages?

  /// Applies an event, then what follows from it at the same instant, and keeps the callback.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - callback: To whom; it is as the last step leaves it then.
  ///   - now: When it happened.
  ///   - policy: The service's options.
  /// - Returns: The steps: the event's own, and those that followed, such as the queue's answer to a submission.
  /// - Throws: `CallbackError` when the state refuses the event; errors of the store.
  @discardableResult
  func apply(
    _ event: CallbackEvent,
    to callback: inout Callback,
    at now: Date,
    policy: CallbackPolicy
  ) throws -> [CallbackTransition] {
    var transitions: [CallbackTransition] = []
    var next: CallbackEvent? = event
    // What the queue answered to a submission; a pause that is due comes before it, so that nobody is called.
    var answer: CallbackEvent?
    var isRemoved = false
    while let event = next {
      let transition = try callback.apply(event, at: now, policy: policy)
      transitions.append(transition)
      if endsAccess(transition) { try releaseAccess(of: &callback, at: now) }
      for (index, action) in transition.actions.enumerated() {
        switch action {
        case .submit: answer = engine.submit(callback) ? .submitted : .submissionFailed
        case .offerAccess: try offerAccess(to: &callback, at: now, policy: policy)
        case .withdrawAccess: try releaseAccess(of: &callback, at: now)
        case .askForConfirmation: try askForConfirmation(callback, at: now, index: index)
        case .deliverStatus(let status):
          try note(status, of: callback, at: now, index: index, policy: policy)
        case .removeRecord: isRemoved = true
        case .findAgent, .stopFindingAgent, .showPreview, .dialCustomer, .dialAgent, .hangUpCustomer,
          .releaseAgent:
          break
        }
      }
      if try isHeldBack(callback) {
        next = .servicePaused
      } else {
        next = answer
        answer = nil
      }
    }
    if isRemoved {
      try writer.remove(.callback, callback.id.text)
      try removeMessages(of: callback)
    } else {
      try writer.put(callback.stored)
    }
    return transitions
  }

  /// Keeps a new callback, and submits it when its time has come already.
  func begin(_ callback: inout Callback, at now: Date, policy: CallbackPolicy) throws {
    try note(.serviceCreated, of: callback, at: now, policy: policy)
    try submitIfDue(&callback, at: now, policy: policy)
  }

  /// Keeps a changed callback, and submits it when its time has come already.
  func submitIfDue(_ callback: inout Callback, at now: Date, policy: CallbackPolicy) throws {
    let timer = callback.machine.nextTimer
    // Records keep whole milliseconds, and the nearest one may lie after a clock's instant.
    if timer.event == .submissionFellDue, timer.due <= now.onMillisecond {
      try apply(.submissionFellDue, to: &callback, at: now, policy: policy)
    } else {
      try writer.put(callback.stored)
    }
  }
}
