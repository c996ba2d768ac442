#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

// All English of explanations, besides the one-line summaries of states and events that other pages use too.
// Numbers of customers never stand here.

extension CallbackExplanation {
  /// The explanation for a person, line by line: the state and why, what it waits for and what would happen then, the
  /// place in line, which events are taken and from whom, and the limits.
  public var lines: [String] {
    [stateLine, causeLine] + pauseLines + waitLines + queueLines + acceptedLines + limitLines
  }

  private var stateLine: String {
    let kind = callback.state.kind
    let head = "\(kind.rawValue) since \(CallbackExplanation.text(since)): "
    guard case .completed(let completed) = callback.state else { return head + kind.summary }
    let note = completed.note.map { "; the note says '\($0)'" } ?? ""
    return head + "\(completed.reason.rawValue), \(completed.reason.meaning)\(note)"
  }

  private var causeLine: String {
    guard let step = lastStep else {
      let request = "Because it was requested at \(CallbackExplanation.text(callback.created))"
      return callback.state.kind == .scheduled
        ? "\(request), and nothing has happened since."
        : "\(request); what happened since is not in its record."
    }
    let parameters = step.event.parameters.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    let from = step.from == step.to ? "" : "; before that it was \(step.from.rawValue)"
    return "Because at \(CallbackExplanation.text(step.at)) \(step.event.name.summary) "
      + "(\(step.event.name.rawValue)\(parameters), reported by \(step.event.name.source.who))\(from)."
  }

  private var pauseLines: [String] {
    guard let pause else { return [] }
    return [
      "Paused since \(CallbackExplanation.text(pause.since)); resumed now, it would "
        + CallbackExplanation.outcome(pause.resuming) + ".",
      "After that, at \(CallbackExplanation.text(pause.next.at)), \(pause.next.event.name.rawValue) would "
        + CallbackExplanation.outcome(pause.next) + ".",
    ]
  }

  private var waitLines: [String] {
    waits.map { forecast in
      let name = "\(forecast.event.name.rawValue) (\(forecast.event.name.summary))"
      let when =
        isOverdue(forecast)
        ? "Is due since \(CallbackExplanation.text(forecast.at)), and comes when time is moved on"
        : "Waits until \(CallbackExplanation.text(forecast.at))"
      return "\(when): \(name) would \(CallbackExplanation.outcome(forecast))."
    }
  }

  private var queueLines: [String] {
    guard let position else { return ["Place in line: none."] }
    let wait = position.eta.map { "\($0) seconds" } ?? "not known"
    return [
      "Place in line: \(position.position) of \(position.totalWaiting) in '\(position.virtualQueue)', "
        + "priority \(callback.priority), estimated wait \(wait)."
    ]
  }

  private var acceptedLines: [String] {
    guard !accepted.isEmpty else { return ["Takes no event any more."] }
    return acceptedBySource.map { source, events in
      "Takes from \(source.who): " + events.map(\.rawValue).joined(separator: ", ") + "."
    }
  }

  private var limitLines: [String] {
    limits.map { limit in
      switch limit.bound {
      case .attempts(let used, let most): "Limit \(limit.option): \(used) of \(most) used."
      case .until(let end): "Limit \(limit.option): until \(CallbackExplanation.text(end))."
      }
    }
  }

  private static func outcome(_ forecast: StepForecast) -> String {
    if forecast.removesRecord { return "take the record out of the store" }
    let reason = forecast.state.reason.map { " with \($0.rawValue)" } ?? ""
    let actions =
      forecast.actions.isEmpty
      ? "" : ", to do then: " + forecast.actions.map(\.description).joined(separator: ", ")
    return "lead to \(forecast.state.kind.rawValue)\(reason)\(actions)"
  }

  private static func text(_ instant: Date) -> String { InstantText.print(instant) }
}

extension CallbackEvent.Source {
  /// The source as a sentence names it.
  fileprivate var who: String {
    switch self {
    case .time: "the passing of time"
    case .engine: "the queue"
    case .agent: "the agent's desktop"
    case .telephony: "telephony"
    case .customer: "the customer"
    case .administrator: "an administrator"
    }
  }
}

extension CompletionReason {
  /// What the reason means, as the part of a sentence.
  public var meaning: String {
    switch self {
    case .agentConnected: "customer and agent were connected"
    case .cancelled: "the customer cancelled"
    case .cancelledByAdministrator: "an administrator cancelled"
    case .notAvailable: "no agent became free while the customer waited on the line"
    case .submitFailed: "the queue did not take the callback, however often it was tried"
    case .failLoadMessageFile: "the engine could not load its message file"
    case .failInteractionDeleted: "the interaction was deleted under the engine"
    case .failTargetNotFound: "the target that the service names does not exist"
    case .failError: "the engine failed for a reason that it did not name"
    case .failTimeoutTTL: "the time in line (_urs_queued_ttl) or the whole life (_ttl) ran out"
    case .failUnknownMediaType: "the interaction is of a medium that the engine does not know"
    case .failNoCustomerNumber: "there is no number to call"
    case .failUserNoConfirm:
      "the customer did not confirm in time, and the service does not connect all the same"
    case .failQueueing: "the engine could not place the callback in the virtual queue"
    case .failAgentConnect: "no agent answered, as often as the service tries"
    case .failCallToCustomer:
      "no call with the customer came about: the attempts are used up, or the number is invalid"
    default:
      if let rejections {
        "agents rejected the preview \(rejections) time\(rejections == 1 ? "" : "s")"
      } else {
        "a reason that this library does not know"
      }
    }
  }

  /// How many rejected previews ended the callback; nil for another reason.
  private var rejections: Int? {
    let (head, tail) = ("AGENT_PREVIEW_CANCEL_AFTER_", "REJECTS")
    guard rawValue.hasPrefix(head), rawValue.hasSuffix(tail) else { return nil }
    return Int(rawValue.dropFirst(head.utf8.count).dropLast(tail.utf8.count))
  }
}
