extension StateTable {
  /// After how many rejections the walk's previews are given up; the table writes {n} for it.
  static let exampleRejections = 2

  /// Policies that differ in every option that can change where an event leads; counts are small, so that the
  /// walk is short.
  static let policies: [CallbackPolicy] = {
    var base = CallbackPolicy()
    base.reminderLead = 300
    base.maxSubmissions = 2
    base.maxDials = 2
    base.maxTransfers = 2
    base.maxConfirmations = 2
    base.maxOffers = 2
    base.maxPreviewRejections = exampleRejections

    func policy(_ change: (inout CallbackPolicy) -> Void) -> CallbackPolicy {
      var policy = base
      change(&policy)
      return policy
    }
    return [
      base,
      policy { $0.firstParty = .agent },
      policy { $0.waitsForAgent = false },
      policy {
        $0.hasAgentPreview = true
        $0.firstParty = .agent
      },
      policy {
        $0.hasAgentPreview = true
        $0.maxPreviewRejections = 0
      },
      policy {
        $0.hasAgentPreview = true
        $0.maxPreviewRejections = 0
        $0.firstParty = .agent
      },
      policy {
        $0.hasAgentPreview = true
        $0.needsConfirmation = true
      },
      policy {
        $0.needsConfirmation = true
        $0.connectsWithoutConfirmation = false
      },
      policy {
        $0.needsConfirmation = true
        $0.firstParty = .agent
      },
      policy {
        $0.direction = .userOriginated
        $0.waitsForAgent = false
      },
      policy {
        $0.direction = .userOriginated
        $0.needsConfirmation = true
      },
      policy { $0.media = .chat },
    ]
  }()
}
