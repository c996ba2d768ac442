/// What the world around the engine does when a callback asks something of it: telephony, agents, customers.
///
/// ``CallbackPlayer`` asks in the order of time, so one that draws random numbers of a seed does the same each time.
public protocol PartyBehavior {
  /// What becomes of a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - outcome: What the customer's number makes happen; nil for a number that means nothing.
  /// - Returns: The event that follows, and when. An event that the callback's state refuses by then is a fault, which
  ///   the player reports.
  mutating func reply(to question: PartyQuestion, of outcome: ForcedOutcome?) -> PartyReply

  /// Whether an agent ever becomes free for a callback.
  func findsAgents(_ outcome: ForcedOutcome?) -> Bool
}

extension PartyBehavior {
  /// Whether an agent ever becomes free for a callback: unless its number says otherwise.
  public func findsAgents(_ outcome: ForcedOutcome?) -> Bool { outcome?.behavior != .noAgent }
}
