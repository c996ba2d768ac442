import GMSCalendar
import GMSCore

extension CallbackEvent {
  /// Reads an event from its name and its parameters' texts.
  ///
  /// - Parameters:
  ///   - name: A name of ``allNames``, such as `agent-reserved`.
  ///   - parameters: Exactly the parameters of that event, such as `["agent": "kate"]`.
  /// - Throws: `CallbackError` with code `unknownEvent` (with the nearest name), `missingParameter`,
  ///   `unknownParameter` or `invalidParameter`.
  public init(name: String, parameters: [String: String] = [:]) throws(CallbackError) {
    guard let known = Name(rawValue: name) else { throw CallbackEvent.unknown(name) }
    for given in parameters.keys.sorted() where !known.parameters.contains(where: { $0.name == given }) {
      throw CallbackEvent.unknownParameter(given, of: known)
    }
    for expected in known.parameters where expected.isRequired && parameters[expected.name] == nil {
      throw CallbackError(
        .missingParameter,
        ["event": name, "parameter": expected.name, "expected": expected.summary]
      )
    }
    switch known {
    case .agentReserved:
      let agent = parameters["agent"] ?? ""
      guard !agent.isEmpty else {
        throw CallbackEvent.invalid("agent", agent, of: known, expected: "the agent's name")
      }
      self = .agentReserved(agent: agent)
    case .failed:
      let text = parameters["reason"] ?? ""
      guard let fault = CallbackFault(rawValue: text) else {
        let names = CallbackFault.allCases.map(\.rawValue)
        throw CallbackEvent.invalid(
          "reason",
          text,
          of: known,
          expected: "one of \(names.joined(separator: ", "))",
          suggestion: NearestName.find(text, in: names)
        )
      }
      self = .failed(fault)
    case .rescheduled:
      let text = parameters["desired"] ?? ""
      guard let desired = RecordTime.read(text) else {
        throw CallbackEvent.invalid("desired", text, of: known, expected: RecordTime.expected)
      }
      self = .rescheduled(desired: desired)
    case .cancelledByAdministrator: self = .cancelledByAdministrator(note: parameters["note"])
    case .submissionFellDue: self = .submissionFellDue
    case .reminderFellDue: self = .reminderFellDue
    case .queueTimeRanOut: self = .queueTimeRanOut
    case .previewTimedOut: self = .previewTimedOut
    case .confirmationTimedOut: self = .confirmationTimedOut
    case .snoozeEnded: self = .snoozeEnded
    case .bookingExpired: self = .bookingExpired
    case .dialTimedOut: self = .dialTimedOut
    case .dialRetryFellDue: self = .dialRetryFellDue
    case .agentWaitRanOut: self = .agentWaitRanOut
    case .lifetimeEnded: self = .lifetimeEnded
    case .retentionEnded: self = .retentionEnded
    case .submitted: self = .submitted
    case .submissionFailed: self = .submissionFailed
    case .agentUnavailable: self = .agentUnavailable
    case .agentAccepted: self = .agentAccepted
    case .agentDeclined: self = .agentDeclined
    case .agentAnswered: self = .agentAnswered
    case .agentDidNotAnswer: self = .agentDidNotAnswer
    case .customerAnswered: self = .customerAnswered
    case .customerBusy: self = .customerBusy
    case .customerDidNotAnswer: self = .customerDidNotAnswer
    case .answeringMachineAnswered: self = .answeringMachineAnswered
    case .numberInvalid: self = .numberInvalid
    case .callEnded: self = .callEnded
    case .customerCalled: self = .customerCalled
    case .customerConfirmed: self = .customerConfirmed
    case .customerSnoozed: self = .customerSnoozed
    case .cancelled: self = .cancelled
    case .servicePaused: self = .servicePaused
    case .serviceResumed: self = .serviceResumed
    }
  }

  /// The parameters' texts, such that `CallbackEvent(name:parameters:)` reads them back.
  public var parameters: [String: String] {
    switch self {
    case .agentReserved(let agent): ["agent": agent]
    case .failed(let fault): ["reason": fault.rawValue]
    case .rescheduled(let desired): ["desired": InstantText.print(desired)]
    case .cancelledByAdministrator(let note): note.map { ["note": $0] } ?? [:]
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined,
      .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .cancelled, .servicePaused, .serviceResumed:
      [:]
    }
  }

  /// The event with its times on the grid of whole milliseconds, as records keep them.
  var onMillisecond: CallbackEvent {
    if case .rescheduled(let desired) = self { return .rescheduled(desired: desired.onMillisecond) }
    return self
  }

  private static func unknown(_ name: String) -> CallbackError {
    let names = Name.allCases.map(\.rawValue)
    var facts = [JSONValue.Member("value", .string(name))]
    if let near = NearestName.find(name, in: names) {
      facts.append(JSONValue.Member("suggestion", .string(near)))
    }
    facts.append(JSONValue.Member("accepted", .array(names.map { .string($0) })))
    return CallbackError(.unknownEvent, facts)
  }

  private static func unknownParameter(_ parameter: String, of event: Name) -> CallbackError {
    let names = event.parameters.map(\.name)
    var facts = [
      JSONValue.Member("event", .string(event.rawValue)), JSONValue.Member("parameter", .string(parameter)),
    ]
    if let near = NearestName.find(parameter, in: names) {
      facts.append(JSONValue.Member("suggestion", .string(near)))
    }
    facts.append(JSONValue.Member("accepted", .array(names.map { .string($0) })))
    return CallbackError(.unknownParameter, facts)
  }

  private static func invalid(
    _ parameter: String,
    _ value: String,
    of event: Name,
    expected: String,
    suggestion: String? = nil
  ) -> CallbackError {
    var facts: [JSONValue.Member] = [
      JSONValue.Member("event", .string(event.rawValue)), JSONValue.Member("parameter", .string(parameter)),
      JSONValue.Member("value", .string(value)), JSONValue.Member("expected", .string(expected)),
    ]
    if let suggestion { facts.append(JSONValue.Member("suggestion", .string(suggestion))) }
    return CallbackError(.invalidParameter, facts)
  }
}

extension CallbackEvent: CustomStringConvertible {
  /// The event as it is typed: its name, and its parameters in alphabetical order, such as
  /// `agent-reserved agent=kate`.
  public var description: String {
    parameters.sorted { $0.key < $1.key }.reduce(name.rawValue) { "\($0) \($1.key)=\($1.value)" }
  }
}
