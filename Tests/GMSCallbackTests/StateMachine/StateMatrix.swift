/// What the machine has to decide, written by hand: for each situation the events that it takes, and what
/// comes of them.
///
/// An event that is not named is refused.
///
/// `=` means that the event is taken and changes nothing.
enum StateMatrix {
  /// The expected outcome by event, of one situation.
  static func expected(_ situation: String) -> [String: String] {
    var outcomes: [String: String] = [:]
    for line in (tables[situation] ?? "").split(separator: "\n") {
      let parts = line.split(separator: "→").map { $0.trimmed }
      for event in parts[0].split(separator: ",") { outcomes[event.trimmed] = parts[1] }
    }
    return outcomes
  }

  /// The ends that come to everything that is in the queue.
  private static let ends = """
    cancelled → COMPLETED CANCELLED
    cancelled-by-administrator → COMPLETED CANCELLED_BY_ADMIN
    failed → COMPLETED FAIL_TARGET_NOT_FOUND
    lifetime-ended → COMPLETED FAIL_TIMEOUT_TTL
    """

  /// What a phase in which nobody is engaged takes besides.
  private static let waiting = """
    \(ends)
    queue-time-ran-out → COMPLETED FAIL_TIMEOUT_TTL
    service-resumed → =
    """

  /// What a phase in which somebody is engaged takes besides.
  private static let engaged = """
    \(ends)
    service-paused, service-resumed → =
    """

  private static let tables: [String: String] = [
    "scheduled": """
    submission-fell-due → QUEUED/submitting
    reminder-fell-due, rescheduled → SCHEDULED
    cancelled → COMPLETED CANCELLED
    cancelled-by-administrator → COMPLETED CANCELLED_BY_ADMIN
    lifetime-ended → COMPLETED FAIL_TIMEOUT_TTL
    service-paused, service-resumed → =
    """,
    "submitting": """
    submitted → QUEUED/waiting-for-agent
    submission-failed → QUEUED/waiting-to-submit
    service-paused → PAUSED/submitting
    \(waiting)
    """,
    "submitting for the last time": """
    submitted → QUEUED/waiting-for-agent
    submission-failed → COMPLETED SUBMIT_FAILED
    service-paused → PAUSED/submitting
    \(waiting)
    """,
    "waiting to submit": """
    submission-fell-due → QUEUED/submitting
    service-paused → PAUSED
    \(waiting)
    """,
    "waiting for an agent": """
    agent-reserved → ROUTING/dialling-customer
    service-paused → PAUSED
    \(waiting)
    """,
    "preview": """
    agent-accepted → ROUTING/dialling-agent
    agent-declined, preview-timed-out, agent-unavailable → QUEUED/waiting-for-agent
    \(engaged)
    """,
    "preview without rejecting": """
    agent-accepted, preview-timed-out → ROUTING/dialling-agent
    agent-unavailable → QUEUED/waiting-for-agent
    \(engaged)
    """,
    "confirmation": """
    customer-confirmed → ROUTING/dialling-customer
    customer-snoozed → QUEUED/snoozed
    confirmation-timed-out → QUEUED/waiting-for-confirmation
    agent-unavailable → QUEUED/waiting-for-agent
    \(engaged)
    """,
    "last confirmation": """
    customer-confirmed → ROUTING/dialling-customer
    customer-snoozed → QUEUED/snoozed
    confirmation-timed-out → COMPLETED FAIL_USER_NO_CONFIRM
    agent-unavailable → QUEUED/waiting-for-agent
    \(engaged)
    """,
    "snoozed": """
    snooze-ended, customer-confirmed → QUEUED/waiting-for-agent
    service-paused → PAUSED
    \(waiting)
    """,
    "offer without agent": """
    customer-called → QUEUED/waiting-on-call
    booking-expired → QUEUED/waiting-for-customer
    \(engaged)
    """,
    "offer with agent": """
    customer-called → ROUTING/agent-joins-customer
    booking-expired → QUEUED/waiting-for-agent
    agent-unavailable → QUEUED/waiting-for-customer
    \(engaged)
    """,
    "last offer": """
    customer-called → ROUTING/agent-joins-customer
    booking-expired → COMPLETED FAIL_CALL_TO_CUSTOMER
    agent-unavailable → QUEUED/waiting-for-customer
    \(engaged)
    """,
    "dialling": """
    customer-answered → QUEUED/waiting-on-call
    customer-busy, customer-did-not-answer, answering-machine-answered, dial-timed-out → QUEUED/waiting-to-dial
    number-invalid → COMPLETED FAIL_CALL_TO_CUSTOMER
    \(engaged)
    """,
    "waiting to dial": """
    dial-retry-fell-due → QUEUED/waiting-for-agent
    service-paused → PAUSED
    \(waiting)
    """,
    "waiting to dial at once": """
    dial-retry-fell-due → QUEUED/dialling
    service-paused → PAUSED
    \(waiting)
    """,
    "waiting on the call": """
    agent-reserved → ROUTING/agent-joins-customer
    agent-wait-ran-out → COMPLETED NOT_AVAILABLE
    call-ended → QUEUED/waiting-to-dial
    \(engaged)
    """,
    "dialling the customer": """
    customer-answered → ROUTING/agent-joins-customer
    customer-busy, customer-did-not-answer, answering-machine-answered, dial-timed-out → QUEUED/waiting-to-dial
    agent-unavailable, agent-declined → QUEUED/dialling
    number-invalid → COMPLETED FAIL_CALL_TO_CUSTOMER
    \(engaged)
    """,
    "dialling the customer for the last time": """
    customer-answered → ROUTING/agent-joins-customer
    customer-busy, customer-did-not-answer → COMPLETED FAIL_CALL_TO_CUSTOMER
    answering-machine-answered, dial-timed-out, number-invalid → COMPLETED FAIL_CALL_TO_CUSTOMER
    agent-unavailable, agent-declined → QUEUED/dialling
    \(engaged)
    """,
    "dialling the agent": """
    agent-answered → ROUTING/customer-joins-agent
    agent-declined, agent-did-not-answer, agent-unavailable, dial-timed-out → QUEUED/waiting-for-agent
    \(engaged)
    """,
    "dialling the agent for the last time": """
    agent-answered → ROUTING/customer-joins-agent
    agent-declined, agent-did-not-answer, agent-unavailable, dial-timed-out → COMPLETED FAIL_AGENT_CONNECT
    \(engaged)
    """,
    "customer joins agent": """
    customer-answered → PROCESSING
    customer-busy, customer-did-not-answer, answering-machine-answered, dial-timed-out → QUEUED/waiting-to-dial
    agent-unavailable, call-ended → QUEUED/waiting-for-agent
    number-invalid → COMPLETED FAIL_CALL_TO_CUSTOMER
    \(engaged)
    """,
    "agent joins customer": """
    agent-answered → PROCESSING
    agent-declined, agent-did-not-answer, agent-unavailable, dial-timed-out → QUEUED/waiting-on-call
    call-ended → QUEUED/waiting-to-dial
    \(engaged)
    """,
    "agent joins customer for the last time": """
    agent-answered → PROCESSING
    agent-declined, agent-did-not-answer, agent-unavailable, dial-timed-out → COMPLETED FAIL_AGENT_CONNECT
    call-ended → COMPLETED FAIL_CALL_TO_CUSTOMER
    \(engaged)
    """,
    "processing": """
    call-ended, lifetime-ended → COMPLETED AGENT_CONNECTED
    service-paused, service-resumed → =
    """,
    "paused": """
    service-resumed → QUEUED/waiting-for-agent
    service-paused → =
    \(ends)
    """,
    "paused submitting": """
    service-resumed → QUEUED/submitting
    submitted, submission-failed → PAUSED
    service-paused → =
    \(ends)
    """,
    "completed": """
    retention-ended → removed
    service-paused, service-resumed → =
    """,
  ]
}

extension StringProtocol {
  /// The text without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
