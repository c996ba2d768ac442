#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackState {
  /// Reads a state from its name, the reason where it is COMPLETED, and the object `state` of the record.
  ///
  /// - Throws: `CallbackError` with code `malformedRecord` that names the member.
  static func read(_ name: Name, reason: String?, details: JSONValue) throws(CallbackError) -> CallbackState {
    switch name {
    case .scheduled:
      let fields = try RecordFields(details, path: "state", known: ["submitAt", "remindAt"])
      return .scheduled(
        Scheduled(submitAt: try fields.time("submitAt"), remindAt: try fields.optionalTime("remindAt"))
      )
    case .queued: return .queued(try Queued(fields: RecordFields(details, path: "state", known: queuedKeys)))
    case .routing: return .routing(try Routing(details))
    case .processing:
      let fields = try RecordFields(details, path: "state", known: ["agent", "since"] + progressKeys)
      return .processing(
        Processing(
          progress: try QueueProgress(fields: fields),
          agent: try fields.text("agent", expected: "the agent's name"),
          since: try fields.time("since")
        )
      )
    case .paused:
      let fields = try RecordFields(details, path: "state", known: ["since"] + queuedKeys)
      let resume = try Queued(fields: fields)
      guard resume.phase.canPause else {
        throw fields.fault("phase", expected: "a phase that can be paused")
      }
      return .paused(Paused(resume: resume, since: try fields.time("since")))
    case .completed:
      guard let reason, !reason.isEmpty else {
        throw .malformed("_callback_reason", reason, expected: "the reason of a COMPLETED callback")
      }
      let fields = try RecordFields(details, path: "state", known: ["at", "note", "attempts"])
      return .completed(
        Completed(
          reason: CompletionReason(rawValue: reason),
          note: try fields.optionalText("note"),
          at: try fields.time("at"),
          attempts: try CallbackAttempts(fields: fields)
        )
      )
    }
  }

  fileprivate static let progressKeys = ["enteredAt", "leaveBy", "attempts"]
  fileprivate static let queuedKeys = ["phase", "agent", "until"] + progressKeys
}

extension CallbackState.Queued {
  /// Reads the phase and the stay.
  fileprivate init(fields: RecordFields) throws(CallbackError) {
    self.init(progress: try QueueProgress(fields: fields), phase: try QueuePhase(fields: fields))
  }
}

extension QueuePhase {
  /// Reads a phase; one that holds no agent, or waits for no time, must not name any.
  fileprivate init(fields: RecordFields) throws(CallbackError) {
    let names = CallbackState.Kind.allCases.filter { $0.name == .queued }.compactMap(\.phaseName)
    let expected = "one of " + names.joined(separator: ", ")
    let name = try fields.text("phase", expected: expected)
    guard let kind = CallbackState.Kind(rawValue: "QUEUED/\(name)") else {
      throw fields.fault("phase", expected: expected)
    }
    func agent() throws(CallbackError) -> String { try fields.text("agent", expected: "the agent's name") }
    func until() throws(CallbackError) -> Date { try fields.time("until") }
    switch kind {
    case .submitting: self = .waitingForSubmission(retryAt: nil)
    case .waitingToSubmit: self = .waitingForSubmission(retryAt: try until())
    case .waitingForAgent: self = .waitingForAgent
    case .agentPreview: self = .agentPreview(agent: try agent(), until: try until())
    case .waitingForConfirmation: self = .waitingForConfirmation(agent: try agent(), until: try until())
    case .snoozed: self = .snoozed(until: try until())
    case .waitingForCustomer: self = .waitingForCustomer(agent: nil, until: try until())
    case .agentWaitsForCustomer: self = .waitingForCustomer(agent: try agent(), until: try until())
    case .dialling: self = .dialling(until: try until())
    case .waitingToDial: self = .waitingToDial(until: try until())
    case .waitingOnCall: self = .waitingOnCall(until: try until())
    case .scheduled, .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer, .processing,
      .paused, .pausedSubmitting, .completed:
      throw fields.fault("phase", expected: expected)
    }
    if self.agent == nil, fields.value("agent") != nil {
      throw fields.fault("agent", expected: "no agent here")
    }
    if timer == nil, fields.value("until") != nil { throw fields.fault("until", expected: "no time here") }
  }
}

extension CallbackState.Routing {
  /// Reads the leg and the stay.
  fileprivate init(_ details: JSONValue) throws(CallbackError) {
    let known = ["phase", "agent", "answerBy", "waitsUntil"] + CallbackState.progressKeys
    let fields = try RecordFields(details, path: "state", known: known)
    let names = CallbackState.Kind.allCases.filter { $0.name == .routing }.compactMap(\.phaseName)
    let expected = "one of " + names.joined(separator: ", ")
    let leg: RoutingLeg
    switch try fields.text("phase", expected: expected) {
    case "dialling-customer": leg = .diallingCustomer
    case "dialling-agent": leg = .diallingAgent
    case "customer-joins-agent": leg = .customerJoinsAgent
    case "agent-joins-customer": leg = .agentJoinsCustomer(waitsUntil: try fields.time("waitsUntil"))
    default: throw fields.fault("phase", expected: expected)
    }
    if leg.waitsUntil == nil, fields.value("waitsUntil") != nil {
      throw fields.fault("waitsUntil", expected: "no time here")
    }
    self.init(
      progress: try QueueProgress(fields: fields),
      agent: try fields.text("agent", expected: "the agent's name"),
      leg: leg,
      answerBy: try fields.time("answerBy")
    )
  }
}

extension QueueProgress {
  /// Reads a stay in the queue.
  fileprivate init(fields: RecordFields) throws(CallbackError) {
    self.init(
      enteredAt: try fields.time("enteredAt"),
      leaveBy: try fields.time("leaveBy"),
      attempts: try CallbackAttempts(fields: fields)
    )
  }
}

extension CallbackAttempts {
  /// Reads the counts; one that is absent is 0.
  fileprivate init(fields: RecordFields) throws(CallbackError) {
    guard let value = fields.value("attempts") else {
      self.init()
      return
    }
    let names = ["submissions", "dials", "transfers", "rejections", "confirmations", "offers"]
    let counts = try RecordFields(value, path: fields.name("attempts"), known: names)
    func count(_ name: String) throws(CallbackError) -> Int {
      try counts.integer(name, in: 0...Int.max, absent: 0)
    }
    self.init(
      submissions: try count("submissions"),
      dials: try count("dials"),
      transfers: try count("transfers"),
      rejections: try count("rejections"),
      confirmations: try count("confirmations"),
      offers: try count("offers")
    )
  }
}
