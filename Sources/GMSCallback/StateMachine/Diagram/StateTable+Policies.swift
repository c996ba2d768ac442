extension StateTable {
  /// After how many rejections the walk's previews are given up; the table writes {n} for it.
  static let exampleRejections = 2

  /// Every combination of the options that can decide where an event leads; counts are small, so that the walk is short.
  ///
  /// Combinations that decide alike stand here once: a chat goes as a call to an access number does; who calls in is
  /// never previewed and has no first party; without an agent first there is nobody to preview or to confirm for.
  static let policies: [CallbackPolicy] = {
    var base = CallbackPolicy()
    base.reminderLead = 300
    base.maxSubmissions = 2
    base.maxDials = 2
    base.maxTransfers = 2
    base.maxConfirmations = 2
    base.maxOffers = 2

    var immediate = base
    immediate.waitsForAgent = false
    var callingIn = base
    callingIn.direction = .userOriginated
    var callingInAtOnce = callingIn
    callingInAtOnce.waitsForAgent = false
    var agentFirst = base
    agentFirst.firstParty = .agent

    let called = [base, agentFirst].flatMap(previewing).flatMap(confirming)
    return called + [immediate] + confirming(callingIn) + [callingInAtOnce]
  }()

  /// Without a preview, with one that agents may only look at, and with one that they may reject.
  private static func previewing(_ policy: CallbackPolicy) -> [CallbackPolicy] {
    var looking = policy
    looking.hasAgentPreview = true
    looking.maxPreviewRejections = 0
    var rejecting = looking
    rejecting.maxPreviewRejections = exampleRejections
    return [policy, looking, rejecting]
  }

  /// Without a confirmation, with one that may be missing, and with one that may not.
  private static func confirming(_ policy: CallbackPolicy) -> [CallbackPolicy] {
    var asking = policy
    asking.needsConfirmation = true
    var insisting = asking
    insisting.connectsWithoutConfirmation = false
    return [policy, asking, insisting]
  }
}
