#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// A callback as the player of telephony knows it: what it was asked, what is planned, who is held.
struct PlayedParty {
  /// The customer's end of the line.
  enum Leg: UInt8 {
    case none, ringing, connected
  }

  let id: CallbackID
  let service: String
  let outcome: ForcedOutcome?
  let priority: Int
  /// Whether the player saw it only when somebody was engaged already; it is then left to its timers.
  let isForeign: Bool
  /// In milliseconds since 1970, as are the times below.
  var desired: Int64
  var expiration: Date
  var canReject = false

  var kind: CallbackState.Kind
  /// When it entered the queue; its place in line, which must not change.
  var enteredAt: Int64?
  var lastStep: Int64
  var leg = Leg.none
  /// The agent who is held, from 0; -1 for none.
  var agent = -1
  var isSearching = false

  var agentsReserved = 0
  var questions = 0
  var waitsOnLine = 0

  /// What will happen, by slot; nil when nothing is planned.
  var planned: (customer: CallbackEvent?, agent: CallbackEvent?, line: CallbackEvent?, wait: CallbackEvent?)
  /// The plans that hold, by slot: those with another token have been dropped.
  var tokens: (customer: UInt32, agent: UInt32, line: UInt32, wait: UInt32) = (0, 0, 0, 0)
  /// When its next timer falls due, and the earliest instant at which the player will look.
  var due = Int64.max
  var lookAt = Int64.max

  init(_ callback: Callback) {
    id = callback.id
    service = callback.service
    outcome = callback.customerNumber.flatMap { ForcedOutcome($0) }
    priority = callback.priority
    isForeign = callback.agent != nil || callback.state.kind == .waitingOnCall
    desired = callback.desired.millisecondsSince1970
    expiration = callback.expiration
    kind = .scheduled
    lastStep = (callback.history.last?.at ?? callback.created).millisecondsSince1970
    planned = (nil, nil, nil, nil)
  }

  /// Plans what happens in a slot in place of what was planned there.
  ///
  /// - Returns: The token of the plan.
  mutating func plan(_ event: CallbackEvent?, _ slot: PlayedMoments.Slot) -> UInt32 {
    switch slot {
    case .customer:
      planned.customer = event
      tokens.customer &+= 1
      return tokens.customer
    case .agent:
      planned.agent = event
      tokens.agent &+= 1
      return tokens.agent
    case .line:
      planned.line = event
      tokens.line &+= 1
      return tokens.line
    case .wait:
      planned.wait = event
      tokens.wait &+= 1
      return tokens.wait
    case .due: preconditionFailure("Timers are the driver's.")
    }
  }

  /// Drops what is planned in a slot.
  mutating func drop(_ slot: PlayedMoments.Slot) {
    if hasPlan(slot) { _ = plan(nil, slot) }
  }

  /// Whether something is planned in a slot.
  func hasPlan(_ slot: PlayedMoments.Slot) -> Bool {
    switch slot {
    case .customer: planned.customer != nil
    case .agent: planned.agent != nil
    case .line: planned.line != nil
    case .wait: planned.wait != nil
    case .due: due != .max
    }
  }

  /// Takes what is planned under a token; nil when the plan was dropped.
  mutating func take(_ slot: PlayedMoments.Slot, token: UInt32) -> CallbackEvent? {
    let (event, current): (CallbackEvent?, UInt32) =
      switch slot {
      case .customer: (planned.customer, tokens.customer)
      case .agent: (planned.agent, tokens.agent)
      case .line: (planned.line, tokens.line)
      case .wait: (planned.wait, tokens.wait)
      case .due: preconditionFailure("Timers are the driver's.")
      }
    guard current == token, let event else { return nil }
    _ = plan(nil, slot)
    return event
  }
}
