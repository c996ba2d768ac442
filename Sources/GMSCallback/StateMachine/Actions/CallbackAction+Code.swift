extension CallbackAction {
  /// An action without its agent or attempt, as a byte that is not 0; statuses follow from ``firstStatus`` on.
  enum Code: UInt8 {
    case findAgent = 1
    case stopFindingAgent, withdrawAccess, hangUpCustomer, removeRecord
    case submit, askForConfirmation, offerAccess, dialCustomer
    case showPreview, dialAgent, releaseAgent
  }

  private static var firstStatus: UInt8 { 32 }

  /// The byte of the telling of a status.
  @inline(__always)
  static func code(of status: CallbackStatusEvent.Known) -> UInt8 { firstStatus + status.rawValue }

  /// The action's byte; 0 for a status event of another name than GMS's.
  var code: UInt8 {
    switch self {
    case .findAgent: Code.findAgent.rawValue
    case .stopFindingAgent: Code.stopFindingAgent.rawValue
    case .withdrawAccess: Code.withdrawAccess.rawValue
    case .hangUpCustomer: Code.hangUpCustomer.rawValue
    case .removeRecord: Code.removeRecord.rawValue
    case .submit: Code.submit.rawValue
    case .askForConfirmation: Code.askForConfirmation.rawValue
    case .offerAccess: Code.offerAccess.rawValue
    case .dialCustomer: Code.dialCustomer.rawValue
    case .showPreview: Code.showPreview.rawValue
    case .dialAgent: Code.dialAgent.rawValue
    case .releaseAgent: Code.releaseAgent.rawValue
    case .deliverStatus(let status): status.known.map(CallbackAction.code(of:)) ?? 0
    }
  }

  /// The action of a byte, with what the list keeps beside its bytes.
  ///
  /// - Precondition: `code` is one that ``code`` answers, and what that action needs is given.
  init(code: UInt8, attempt: Int, agent: String) {
    guard let plain = Code(rawValue: code) else {
      guard code >= CallbackAction.firstStatus,
        let known = CallbackStatusEvent.Known(rawValue: code - CallbackAction.firstStatus)
      else { preconditionFailure("There is no action of code \(code).") }
      self = .deliverStatus(CallbackStatusEvent(known))
      return
    }
    switch plain {
    case .findAgent: self = .findAgent
    case .stopFindingAgent: self = .stopFindingAgent
    case .withdrawAccess: self = .withdrawAccess
    case .hangUpCustomer: self = .hangUpCustomer
    case .removeRecord: self = .removeRecord
    case .submit: self = .submit(attempt: attempt)
    case .askForConfirmation: self = .askForConfirmation(attempt: attempt)
    case .offerAccess: self = .offerAccess(attempt: attempt)
    case .dialCustomer: self = .dialCustomer(attempt: attempt)
    case .showPreview: self = .showPreview(agent: agent)
    case .dialAgent: self = .dialAgent(agent: agent)
    case .releaseAgent: self = .releaseAgent(agent: agent)
    }
  }
}
