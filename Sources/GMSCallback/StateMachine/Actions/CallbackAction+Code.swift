extension CallbackAction {
  /// The action without its agent or attempt, as a byte that is not 0; 0 for a status event of another name than GMS's.
  @inline(__always)
  var code: UInt8 {
    switch self {
    case .findAgent: 1
    case .stopFindingAgent: 2
    case .withdrawAccess: 3
    case .hangUpCustomer: 4
    case .removeRecord: 5
    case .submit: 6
    case .askForConfirmation: 7
    case .offerAccess: 8
    case .dialCustomer: 9
    case .showPreview: 10
    case .dialAgent: 11
    case .releaseAgent: 12
    case .deliverStatus(let status): status.known.map { CallbackAction.firstStatus + $0.rawValue } ?? 0
    }
  }

  private static let firstStatus: UInt8 = 32

  /// The action of a code, with what the list keeps beside its codes.
  ///
  /// - Precondition: `code` is one that ``code`` answers, and what that action needs is given.
  init(code: UInt8, attempt: Int, agent: String) {
    switch code {
    case 1: self = .findAgent
    case 2: self = .stopFindingAgent
    case 3: self = .withdrawAccess
    case 4: self = .hangUpCustomer
    case 5: self = .removeRecord
    case 6: self = .submit(attempt: attempt)
    case 7: self = .askForConfirmation(attempt: attempt)
    case 8: self = .offerAccess(attempt: attempt)
    case 9: self = .dialCustomer(attempt: attempt)
    case 10: self = .showPreview(agent: agent)
    case 11: self = .dialAgent(agent: agent)
    case 12: self = .releaseAgent(agent: agent)
    default:
      guard code >= CallbackAction.firstStatus,
        let known = CallbackStatusEvent.Known(rawValue: code - CallbackAction.firstStatus)
      else { preconditionFailure("There is no action of code \(code).") }
      self = .deliverStatus(CallbackStatusEvent(known))
    }
  }
}
