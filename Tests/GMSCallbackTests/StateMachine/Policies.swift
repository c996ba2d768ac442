import GMSCallback

/// The services that the tests of the machine speak of.
enum Policies {
  static func make(_ change: (inout CallbackPolicy) -> Void) -> CallbackPolicy {
    var policy = CallbackPolicy()
    change(&policy)
    return policy
  }

  static let customerFirst = CallbackPolicy()
  static let agentFirst = make { $0.firstParty = .agent }
  static let reminding = make { $0.reminderLead = 300 }
  static let immediate = make { $0.waitsForAgent = false }
  static let preview = make {
    $0.hasAgentPreview = true
    $0.maxPreviewRejections = 2
    $0.firstParty = .agent
  }
  static let previewWithoutRejecting = make {
    $0.hasAgentPreview = true
    $0.firstParty = .agent
  }
  static let confirming = make { $0.needsConfirmation = true }
  static let confirmingStrictly = make {
    $0.needsConfirmation = true
    $0.connectsWithoutConfirmation = false
  }
  static let originatedImmediate = make {
    $0.direction = .userOriginated
    $0.waitsForAgent = false
  }
  static let originatedDelayed = make {
    $0.direction = .userOriginated
    $0.needsConfirmation = true
  }
  static let chatImmediate = make {
    $0.media = .chat
    $0.waitsForAgent = false
  }
  static let chatDelayed = make {
    $0.media = .chat
    $0.needsConfirmation = true
  }
  /// Every duration that is not a bound of life is 0.
  static let withoutDelays = make {
    $0.submissionLead = 0
    $0.submissionRetryDelay = 0
    $0.dialRetryDelay = 0
    $0.snoozeDuration = 0
  }

  static let all: [(name: String, policy: CallbackPolicy)] = [
    ("customer first", customerFirst), ("agent first", agentFirst), ("reminding", reminding),
    ("immediate", immediate), ("preview", preview), ("preview without rejecting", previewWithoutRejecting),
    ("confirming", confirming), ("confirming strictly", confirmingStrictly),
    ("user-originated immediate", originatedImmediate), ("user-originated delayed", originatedDelayed),
    ("chat immediate", chatImmediate), ("chat delayed", chatDelayed), ("without delays", withoutDelays),
  ]
}
