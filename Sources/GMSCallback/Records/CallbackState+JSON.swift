#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

// The state in a record's stored form: GMS's name of the state and the reason stand in the record itself
// (`_callback_state`, `_callback_reason`), everything else in the object that is written here.
extension CallbackState {
  /// The data of the state, in a fixed order; counts of 0 are left out.
  var details: JSONValue {
    switch self {
    case .scheduled(let scheduled):
      .object([Self.time("submitAt", scheduled.submitAt)] + Self.time("remindAt", scheduled.remindAt))
    case .queued(let queued): .object(queued.details)
    case .routing(let routing):
      .object(
        [Self.text("phase", routing.leg.kind.phaseName ?? ""), Self.text("agent", routing.agent)]
          + [Self.time("answerBy", routing.answerBy)]
          + Self.time("waitsUntil", routing.leg.waitsUntil)
          + routing.progress.details
      )
    case .processing(let processing):
      .object(
        [Self.text("agent", processing.agent), Self.time("since", processing.since)]
          + processing.progress.details
      )
    case .paused(let paused): .object([Self.time("since", paused.since)] + paused.resume.details)
    case .completed(let completed):
      .object(
        [Self.time("at", completed.at)]
          + (completed.note.map { [Self.text("note", $0)] } ?? [])
          + completed.attempts.details
      )
    }
  }

  static func text(_ name: String, _ text: String) -> JSONValue.Member {
    JSONValue.Member(name, .string(text))
  }

  static func time(_ name: String, _ time: Date) -> JSONValue.Member { text(name, InstantText.print(time)) }

  static func time(_ name: String, _ time: Date?) -> [JSONValue.Member] {
    time.map { [Self.time(name, $0)] } ?? []
  }
}

extension CallbackState.Queued {
  /// The phase and the stay.
  var details: [JSONValue.Member] {
    let agent = phase.agent.map { [CallbackState.text("agent", $0)] } ?? []
    return [CallbackState.text("phase", phase.kind.phaseName ?? "")] + agent
      + CallbackState.time("until", phase.timer?.due) + progress.details
  }
}

extension QueueProgress {
  /// The stay in the queue.
  var details: [JSONValue.Member] {
    [CallbackState.time("enteredAt", enteredAt), CallbackState.time("leaveBy", leaveBy)] + attempts.details
  }
}

extension CallbackAttempts {
  /// The counts that are not 0, as one member; none when nothing was tried.
  var details: [JSONValue.Member] {
    let counts = [
      ("submissions", submissions), ("dials", dials), ("transfers", transfers), ("rejections", rejections),
      ("confirmations", confirmations), ("offers", offers),
    ].filter { $0.1 != 0 }.map { JSONValue.Member($0.0, .integer(Int64($0.1))) }
    return counts.isEmpty ? [] : [JSONValue.Member("attempts", .object(counts))]
  }
}

extension RoutingLeg {
  /// Until when the customer on the line waits; nil when no customer is.
  var waitsUntil: Date? {
    switch self {
    case .agentJoinsCustomer(let until): until
    case .diallingCustomer, .diallingAgent, .customerJoinsAgent: nil
    }
  }
}
