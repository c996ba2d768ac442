#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FlatState {
  /// The flat form of a state, without its text.
  init(_ state: CallbackState) {
    switch state {
    case .scheduled(let scheduled):
      self.init(.scheduled)
      schedule(
        submitAt: GridInstant(scheduled.submitAt),
        remindAt: scheduled.remindAt.map { GridInstant($0) }
      )
    case .queued(let queued):
      self.init(queued.progress, queued.phase)
    case .routing(let routing):
      self.init(routing.leg.kind, routing.progress)
      let second =
        if case .agentJoinsCustomer(let until) = routing.leg { GridInstant(until) } else { GridInstant.none }
      become(kind, until: GridInstant(routing.answerBy), waitsUntil: second)
    case .processing(let processing):
      self.init(.processing, processing.progress)
      become(kind, until: GridInstant(processing.since))
    case .paused(let paused):
      self.init(paused.resume.progress, paused.resume.phase)
      pause(since: GridInstant(paused.since))
    case .completed(let completed):
      self.init(.completed)
      attempts = completed.attempts
      switch completed.reason.form {
      case .known(let known): complete(.known(known), at: GridInstant(completed.at))
      case .previewCancelled(let count):
        complete(.previewCancelled(after: count), at: GridInstant(completed.at))
      case .other(let name):
        complete(.named(length: Int32(clamping: name.utf8.count)), at: GridInstant(completed.at))
      }
      hasNote = completed.note != nil
    }
  }

  /// A stay in the queue.
  private init(_ kind: CallbackState.Kind, _ progress: QueueProgress) {
    self.init(kind)
    enterQueue(at: GridInstant(progress.enteredAt), leaveBy: GridInstant(progress.leaveBy))
    attempts = progress.attempts
  }

  /// QUEUED.
  private init(_ progress: QueueProgress, _ phase: QueuePhase) {
    self.init(phase.kind, progress)
    if let due = phase.timer?.due { become(kind, until: GridInstant(due)) }
  }

  /// The text that goes with the flat form of a state.
  static func text(of state: CallbackState) -> String {
    switch state {
    case .scheduled, .paused: ""
    case .queued(let queued): queued.phase.agent ?? ""
    case .routing(let routing): routing.agent
    case .processing(let processing): processing.agent
    case .completed(let completed):
      if case .other(let name) = completed.reason.form {
        name + (completed.note ?? "")
      } else {
        completed.note ?? ""
      }
    }
  }

  /// The state that this and its text are the flat form of.
  func state(with text: String) -> CallbackState {
    switch kind {
    case .scheduled:
      .scheduled(CallbackState.Scheduled(submitAt: first.date, remindAt: hasSecond ? second.date : nil))
    case .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation, .snoozed,
      .waitingForCustomer, .agentWaitsForCustomer, .dialling, .waitingToDial, .waitingOnCall:
      .queued(CallbackState.Queued(progress: progress, phase: phase(text)))
    case .diallingCustomer: .routing(routing(.diallingCustomer, text))
    case .diallingAgent: .routing(routing(.diallingAgent, text))
    case .customerJoinsAgent: .routing(routing(.customerJoinsAgent, text))
    case .agentJoinsCustomer: .routing(routing(.agentJoinsCustomer(waitsUntil: second.date), text))
    case .processing:
      .processing(CallbackState.Processing(progress: progress, agent: text, since: first.date))
    case .paused, .pausedSubmitting:
      .paused(
        CallbackState.Paused(
          resume: CallbackState.Queued(progress: progress, phase: phase(text)),
          since: second.date
        )
      )
    case .completed:
      .completed(
        CallbackState.Completed(
          reason: reason(text),
          note: note(text),
          at: first.date,
          attempts: attempts
        )
      )
    }
  }

  /// The stay in the queue.
  private var progress: QueueProgress {
    QueueProgress(enteredAt: enteredAt.date, leaveBy: leaveBy.date, attempts: attempts)
  }

  private func routing(_ leg: RoutingLeg, _ text: String) -> CallbackState.Routing {
    CallbackState.Routing(progress: progress, agent: text, leg: leg, answerBy: first.date)
  }

  /// The phase of QUEUED, or the one that PAUSED goes on with.
  private func phase(_ text: String) -> QueuePhase {
    switch resumes {
    case .submitting: return .waitingForSubmission(retryAt: nil)
    case .waitingToSubmit: return .waitingForSubmission(retryAt: first.date)
    case .waitingForAgent: return .waitingForAgent
    case .agentPreview: return .agentPreview(agent: text, until: first.date)
    case .waitingForConfirmation: return .waitingForConfirmation(agent: text, until: first.date)
    case .snoozed: return .snoozed(until: first.date)
    case .waitingForCustomer: return .waitingForCustomer(agent: nil, until: first.date)
    case .agentWaitsForCustomer: return .waitingForCustomer(agent: text, until: first.date)
    case .dialling: return .dialling(until: first.date)
    case .waitingToDial: return .waitingToDial(until: first.date)
    case .waitingOnCall: return .waitingOnCall(until: first.date)
    case .scheduled, .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer, .processing,
      .paused, .pausedSubmitting, .completed:
      preconditionFailure("The state \(kind.rawValue) has no phase of the queue.")
    }
  }

  /// How a COMPLETED callback ended.
  private func reason(_ text: String) -> CompletionReason {
    switch ending {
    case .known(let known): return CompletionReason(known)
    case .previewCancelled(let count): return CompletionReason(.previewCancelled(after: count))
    case .named(let length):
      return CompletionReason(.other(String(decoding: text.utf8.prefix(Int(length)), as: UTF8.self)))
    }
  }

  /// What was said about the end of a COMPLETED callback.
  private func note(_ text: String) -> String? {
    guard hasNote else { return nil }
    switch ending {
    case .known, .previewCancelled: return text
    case .named(let length): return String(decoding: text.utf8.dropFirst(Int(length)), as: UTF8.self)
    }
  }
}
