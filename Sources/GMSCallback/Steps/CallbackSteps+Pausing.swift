#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

// A callback is PAUSED exactly as long as its service is on the list of paused ones and nobody is engaged with it. Three
// places see to that, so that it cannot get stuck whoever changes the list, and however:
//
//     every step of a callback                       isHeldBack, and for one that is PAUSED, nothing but resuming
//     every change of the configuration by the engine followPauses(from:to:at:)
//     the driver                                      followPauses(at:), for stores that were changed without the engine
extension CallbackSteps {
  /// Whether the callback's service is paused and the callback is in a phase that a pause holds back.
  func isHeldBack(_ callback: Callback) throws -> Bool {
    switch callback.state {
    case .queued(let queued): try queued.phase.canPause && writer.pausedServices().contains(callback.service)
    case .scheduled, .routing, .processing, .paused, .completed: false
    }
  }

  /// Lets the callbacks of one service follow its pause, in the order of their places in line.
  func follow(pauseOf service: String, isPaused: Bool, at now: Date) throws -> [DriverStep] {
    let state = isPaused ? CallbackState.Name.queued : .paused
    let records = try writer.records(
      RecordQuery(.callback, services: [service], states: [state.rawValue])
    )
    return try move(records, isPaused: isPaused, at: now)
  }

  /// Lets all callbacks follow a change of the list.
  func followPauses(from before: PausedServices, to after: PausedServices, at now: Date) throws {
    for service in before.names where !after.contains(service) {
      _ = try follow(pauseOf: service, isPaused: false, at: now)
    }
    for service in after.names where !before.contains(service) {
      _ = try follow(pauseOf: service, isPaused: true, at: now)
    }
  }

  /// Lets all callbacks follow the list as it is.
  ///
  /// - Returns: The steps; none where every callback is as it should be.
  /// - Complexity: O(p) in the services, without a look at any callback, where no service is paused and no callback is.
  func followPauses(at now: Date) throws -> [DriverStep] {
    let paused = try writer.pausedServices()
    var steps: [DriverStep] = []
    for service in Set(paused.names).sorted() {
      steps += try follow(pauseOf: service, isPaused: true, at: now)
    }
    return try steps + move(writer.callbacksToResume(paused), isPaused: false, at: now)
  }

  private func move(_ records: [StoredRecord], isPaused: Bool, at now: Date) throws -> [DriverStep] {
    let callbacks = try records.map(Callback.init(stored:)).filter { callback in
      switch callback.state {
      case .queued(let queued): isPaused && queued.phase.canPause
      case .paused: !isPaused
      case .scheduled, .routing, .processing, .completed: false
      }
    }
    var steps: [DriverStep] = []
    for var callback in callbacks.sorted(by: CallbackSteps.stands) {
      let policy = try engine.policy(of: callback, writer)
      let event: CallbackEvent = isPaused ? .servicePaused : .serviceResumed
      steps += try apply(event, to: &callback, at: now, policy: policy).map {
        DriverStep(id: callback.id, service: callback.service, transition: $0)
      }
    }
    return steps
  }

  /// Whether one stands before the other in line.
  private static func stands(_ lhs: Callback, before rhs: Callback) -> Bool {
    guard let left = lhs.place, let right = rhs.place else { return false }
    return left < right
  }
}

extension StoreReader {
  /// The PAUSED callbacks whose services are not paused, or not there any more.
  func callbacksToResume(_ paused: PausedServices) throws -> [StoredRecord] {
    let all = RecordQuery(.callback, states: [CallbackState.Name.paused.rawValue])
    var rightly = all
    rightly.services = Set(paused.names)
    let total = try count(all)
    guard total > 0, try total != count(rightly) else { return [] }
    return try records(all).filter { !paused.contains($0.keys.service) }
  }

  /// Since when callbacks wait that do not follow the list of paused services; nil when all do.
  func firstPauseToFollow() throws -> Date? {
    let paused = try pausedServices()
    var found = try callbacksToResume(paused)
    for service in Set(paused.names) {
      found += try records(
        RecordQuery(.callback, services: [service], states: [CallbackState.Name.queued.rawValue])
      )
    }
    return try found.map(Callback.init(stored:)).filter { callback in
      switch callback.state {
      case .queued(let queued): queued.phase.canPause
      case .paused: true
      case .scheduled, .routing, .processing, .completed: false
      }
    }.compactMap { $0.progress?.enteredAt }.min()
  }
}
