/// What has to be done because of an event.
///
/// The machine only says so; whoever drives it does it, in order.
public enum CallbackAction: Hashable, Sendable {
  /// Hand the callback to the queue; report `submitted` or `submissionFailed`.
  case submit(attempt: Int)
  /// Look for an agent, in the order of the places in line; report `agentReserved`.
  case findAgent
  /// Look for an agent no longer. Not said when the search ended because an agent was reserved.
  case stopFindingAgent
  /// Show the callback to the agent; report `agentAccepted` or `agentDeclined`.
  case showPreview(agent: String)
  /// Ask the customer whether it suits now; report `customerConfirmed` or `customerSnoozed`.
  case askForConfirmation(attempt: Int)
  /// Give the customer an access number or a chat; report `customerCalled`.
  case offerAccess(attempt: Int)
  /// Take the access number or chat back; nobody may use it any more.
  case withdrawAccess
  /// Dial the customer's number; report what came of it.
  case dialCustomer(attempt: Int)
  /// Ring the agent, or transfer the customer's call there; report what came of it.
  case dialAgent(agent: String)
  /// Hang up on the customer, or stop ringing there.
  case hangUpCustomer
  /// The agent is free again; hang up or stop ringing there, and close what was shown.
  case releaseAgent(agent: String)
  /// Tell those who want to know of the status.
  case deliverStatus(CallbackStatusEvent)
  /// Take the record out of the store.
  case removeRecord
}

extension CallbackAction: CustomStringConvertible {
  /// The action as one line for a person, such as `dial-customer attempt=2`.
  public var description: String {
    switch self {
    case .submit(let attempt): "submit attempt=\(attempt)"
    case .findAgent: "find-agent"
    case .stopFindingAgent: "stop-finding-agent"
    case .showPreview(let agent): "show-preview agent=\(agent)"
    case .askForConfirmation(let attempt): "ask-for-confirmation attempt=\(attempt)"
    case .offerAccess(let attempt): "offer-access attempt=\(attempt)"
    case .withdrawAccess: "withdraw-access"
    case .dialCustomer(let attempt): "dial-customer attempt=\(attempt)"
    case .dialAgent(let agent): "dial-agent agent=\(agent)"
    case .hangUpCustomer: "hang-up-customer"
    case .releaseAgent(let agent): "release-agent agent=\(agent)"
    case .deliverStatus(let status): "deliver-status event=\(status.rawValue)"
    case .removeRecord: "remove-record"
    }
  }
}
