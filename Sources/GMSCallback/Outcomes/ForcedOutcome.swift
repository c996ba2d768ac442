/// What a customer's number makes happen: numbers for tests, whose last digits say what telephony, agents and the
/// customer do.
///
/// The range is `+1 AAA 555 01BN`: the numbers 555-0100 to 555-0199 of every North American area code `AAA` (200 to
/// 999) are kept free for fiction, so they belong to nobody. The area code means nothing, which gives each outcome
/// 800 customers; `B` chooses the ``Behavior``, and `N` how often it shows: so many times, after which all goes well; a
/// 0 means always. The whole table is ``table``.
///
/// Nothing in the engine looks at these numbers: to it they are numbers like any other. They mean something to whoever
/// plays telephony, such as ``CallbackPlayer`` and ``Simulation``.
///
///     ForcedOutcome("+1 202 555 0112")?.behavior            // .busy, two times
///     ForcedOutcome("+1 202 555 0150")?.ending(under: policy)   // FAIL_AGENT_CONNECT
public struct ForcedOutcome: Hashable, Sendable {
  /// What goes wrong, if anything does.
  public enum Behavior: String, CaseIterable, Sendable {
    /// Nothing goes wrong.
    case reachable
    /// The customer's line is busy.
    case busy
    /// The customer does not answer, and the network says so.
    case noAnswer = "no-answer"
    /// The customer's telephone rings, and nobody says anything.
    case ringsOn = "rings-on"
    /// An answering machine takes the call.
    case answeringMachine = "answering-machine"
    /// The agent rejects the preview, or the call where the service has no preview that can be rejected.
    case agentDeclines = "agent-declines"
    /// The agent does not answer the call.
    case agentDoesNotAnswer = "agent-does-not-answer"
    /// The customer hangs up while waiting on the line for an agent.
    case hangsUp = "hangs-up"
    /// The customer does not answer the question for confirmation.
    case doesNotConfirm = "does-not-confirm"
    /// The number does not exist.
    case invalidNumber = "invalid-number"
    /// No agent ever becomes free.
    case noAgent = "no-agent"
    /// The queue never takes the callback; see ``ForcedOutcome/isTaken(_:)``.
    case notTaken = "not-taken"
    /// The customer asks to be left alone for a while, once.
    case snoozes
    /// The customer cancels soon after the callback got into the queue.
    case cancels
    /// The interaction is deleted under the engine.
    case interactionDeleted = "interaction-deleted"
  }

  /// What goes wrong.
  public let behavior: Behavior
  /// How often it goes wrong before all goes well; nil for always.
  public let count: Int?

  /// An outcome from its parts.
  ///
  /// - Precondition: the count is not negative.
  public init(_ behavior: Behavior, count: Int? = nil) {
    precondition((count ?? 0) >= 0, "Nothing goes wrong fewer than no times.")
    self.behavior = behavior
    self.count = count
  }

  /// What a number makes happen; nil for a number outside the range.
  ///
  /// - Parameter number: The number as it was typed, with the country's 1 or without it.
  /// - Complexity: O(1) for a number of usual length.
  public init?(_ number: String) {
    self.init(CustomerNumber(number))
  }

  /// What a number makes happen; nil for a number outside the range.
  public init?(_ number: CustomerNumber) {
    guard let last = Self.lastTwoDigits(of: number) else { return nil }
    self = Self.outcomes[last]
  }

  /// The number of an outcome, by its last two digits and an area code.
  ///
  /// - Precondition: the digits are 0…99, the area code 200…999.
  public static func number(_ lastTwoDigits: Int, areaCode: Int = 202) -> String {
    precondition((0...99).contains(lastTwoDigits), "The range has the numbers 00 to 99.")
    precondition((200...999).contains(areaCode), "An area code lies between 200 and 999.")
    return "+1 \(areaCode) 555 01\(lastTwoDigits < 10 ? "0" : "")\(lastTwoDigits)"
  }

  /// Whether it goes wrong at that attempt, the first being 1.
  public func goesWrong(at attempt: Int) -> Bool { count.map { attempt <= $0 } ?? true }

  /// The queue of an engine whose callbacks end as their numbers say: false for those that it never takes.
  ///
  ///     CallbackEngine(store: store, submit: ForcedOutcome.isTaken)
  @Sendable
  public static func isTaken(_ callback: Callback) -> Bool {
    callback.customerNumber.flatMap { ForcedOutcome($0) }?.behavior != .notTaken
  }

  private static func lastTwoDigits(of number: CustomerNumber) -> Int? {
    var digits = number.normalised.utf8.map { Int($0) - 0x30 }
    if digits.count == 11, digits[0] == 1 { digits.removeFirst() }
    guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }), digits[0] >= 2,
      digits[3...7] == [5, 5, 5, 0, 1]
    else { return nil }
    return digits[8] * 10 + digits[9]
  }

  /// The outcome of each two last digits.
  private static let outcomes: [ForcedOutcome] = (0...99).map { digits in
    let count = digits % 10 == 0 ? nil : digits % 10
    return switch digits / 10 {
    case 1: ForcedOutcome(.busy, count: count)
    case 2: ForcedOutcome(.noAnswer, count: count)
    case 3: ForcedOutcome(.ringsOn, count: count)
    case 4: ForcedOutcome(.answeringMachine, count: count)
    case 5: ForcedOutcome(.agentDeclines, count: count)
    case 6: ForcedOutcome(.agentDoesNotAnswer, count: count)
    case 7: ForcedOutcome(.hangsUp, count: count)
    case 8: ForcedOutcome(.doesNotConfirm, count: count)
    case 9: ForcedOutcome(singles[digits % 10])
    default: ForcedOutcome(.reachable)
    }
  }

  /// What the numbers 0190 to 0199 mean; those that are not spoken for go well.
  private static let singles: [Behavior] = [
    .invalidNumber, .noAgent, .notTaken, .snoozes, .cancels, .interactionDeleted, .reachable, .reachable,
    .reachable, .reachable,
  ]
}
