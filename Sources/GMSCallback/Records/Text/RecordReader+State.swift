#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

// The members of `state`, without the braces around them; what must come next is named with all its
// punctuation.
extension RecordReader {
  /// Takes the state's data.
  mutating func state(_ front: RecordFront) -> CallbackState? {
    switch front.state {
    case .scheduled: return scheduled()
    case .queued: return queued(isPaused: false).map { .queued($0) }
    case .routing: return routing()
    case .processing: return processing()
    case .paused: return paused()
    case .completed: return completed(front)
    }
  }

  private mutating func scheduled() -> CallbackState? {
    guard let submitAt = time(#""submitAt":"#) else { return nil }
    guard cursor.take(#","remindAt":"#) else {
      return .scheduled(CallbackState.Scheduled(submitAt: submitAt))
    }
    guard let remindAt = time("") else { return nil }
    return .scheduled(CallbackState.Scheduled(submitAt: submitAt, remindAt: remindAt))
  }

  private mutating func processing() -> CallbackState? {
    guard let agent = text(#""agent":"#), let since = time(#","since":"#), let progress = progress() else {
      return nil
    }
    return .processing(CallbackState.Processing(progress: progress, agent: agent, since: since))
  }

  private mutating func paused() -> CallbackState? {
    guard let since = time(#""since":"#), let resume = queued(isPaused: true), resume.phase.canPause else {
      return nil
    }
    return .paused(CallbackState.Paused(resume: resume, since: since))
  }

  private mutating func completed(_ front: RecordFront) -> CallbackState? {
    guard let reason = front.reason, let at = time(#""at":"#) else { return nil }
    var note: String?
    if cursor.take(#","note":"#) {
      guard let quoted = cursor.quoted() else { return nil }
      note = cursor.text(quoted)
    }
    guard let attempts = attempts() else { return nil }
    return .completed(
      CallbackState.Completed(
        reason: CompletionReason(rawValue: cursor.text(reason)),
        note: note,
        at: at,
        attempts: attempts
      )
    )
  }

  private mutating func routing() -> CallbackState? {
    guard cursor.take(#""phase":"#), let phase = cursor.quoted(), let agent = text(#","agent":"#),
      let answerBy = time(#","answerBy":"#)
    else { return nil }
    let leg: RoutingLeg
    if cursor.isEqual(phase, to: "dialling-customer") {
      leg = .diallingCustomer
    } else if cursor.isEqual(phase, to: "dialling-agent") {
      leg = .diallingAgent
    } else if cursor.isEqual(phase, to: "customer-joins-agent") {
      leg = .customerJoinsAgent
    } else if cursor.isEqual(phase, to: "agent-joins-customer"), let until = time(#","waitsUntil":"#) {
      leg = .agentJoinsCustomer(waitsUntil: until)
    } else {
      return nil
    }
    guard let progress = progress() else { return nil }
    return .routing(CallbackState.Routing(progress: progress, agent: agent, leg: leg, answerBy: answerBy))
  }

  private mutating func queued(isPaused: Bool) -> CallbackState.Queued? {
    guard cursor.take(isPaused ? #","phase":"# : #""phase":"#), let quoted = cursor.quoted() else {
      return nil
    }
    guard let phase = phase(quoted), let progress = progress() else { return nil }
    return CallbackState.Queued(progress: progress, phase: phase)
  }

  private mutating func phase(_ name: RecordCursor.Quoted) -> QueuePhase? {
    var agent: String?
    if cursor.take(#","agent":"#) {
      guard let text = text("") else { return nil }
      agent = text
    }
    var until: Date?
    if cursor.take(#","until":"#) {
      guard let time = time("") else { return nil }
      until = time
    }
    // Each phase takes exactly what it has; another combination is a fault.
    switch (agent, until) {
    case (nil, nil):
      if cursor.isEqual(name, to: "submitting") { return .waitingForSubmission(retryAt: nil) }
      if cursor.isEqual(name, to: "waiting-for-agent") { return .waitingForAgent }
    case (nil, let until?):
      if cursor.isEqual(name, to: "waiting-to-submit") { return .waitingForSubmission(retryAt: until) }
      if cursor.isEqual(name, to: "snoozed") { return .snoozed(until: until) }
      if cursor.isEqual(name, to: "waiting-for-customer") {
        return .waitingForCustomer(agent: nil, until: until)
      }
      if cursor.isEqual(name, to: "dialling") { return .dialling(until: until) }
      if cursor.isEqual(name, to: "waiting-to-dial") { return .waitingToDial(until: until) }
      if cursor.isEqual(name, to: "waiting-on-call") { return .waitingOnCall(until: until) }
    case (let agent?, let until?):
      if cursor.isEqual(name, to: "agent-preview") { return .agentPreview(agent: agent, until: until) }
      if cursor.isEqual(name, to: "waiting-for-confirmation") {
        return .waitingForConfirmation(agent: agent, until: until)
      }
      if cursor.isEqual(name, to: "agent-waits-for-customer") {
        return .waitingForCustomer(agent: agent, until: until)
      }
    case (_?, nil): break
    }
    return nil
  }

  private mutating func progress() -> QueueProgress? {
    guard let enteredAt = time(#","enteredAt":"#), let leaveBy = time(#","leaveBy":"#),
      let attempts = attempts()
    else { return nil }
    return QueueProgress(enteredAt: enteredAt, leaveBy: leaveBy, attempts: attempts)
  }

  /// Takes the counts where there are any; each that stands is above 0.
  private mutating func attempts() -> CallbackAttempts? {
    var attempts = CallbackAttempts()
    guard cursor.take(#","attempts":{"#) else { return attempts }
    var isFirst = true
    guard count(#""submissions":"#, &attempts.submissions, &isFirst),
      count(#""dials":"#, &attempts.dials, &isFirst), count(#""transfers":"#, &attempts.transfers, &isFirst),
      count(#""rejections":"#, &attempts.rejections, &isFirst),
      count(#""confirmations":"#, &attempts.confirmations, &isFirst),
      count(#""offers":"#, &attempts.offers, &isFirst), !isFirst, cursor.take(UInt8(ascii: "}"))
    else { return nil }
    return attempts
  }

  /// Takes one count where it stands; false when it stands and is wrong.
  private mutating func count(_ member: StaticString, _ count: inout Int, _ isFirst: inout Bool) -> Bool {
    let start = cursor.position
    guard isFirst || cursor.take(UInt8(ascii: ",")) else { return true }
    guard cursor.take(member) else {
      cursor.position = start
      return true
    }
    guard let number = cursor.integer(), number > 0 else { return false }
    (count, isFirst) = (number, false)
    return true
  }
}
