extension ForcedOutcome {
  /// One line of the table of numbers: which of them, what happens, and how the callback ends.
  public struct Row: Hashable, Sendable {
    /// The last four digits, such as `0110`, or `0111-0119`.
    public let numbers: String
    /// What happens.
    public let meaning: String
    /// The outcome of the first of the numbers.
    public let outcome: ForcedOutcome
    /// The last two digits of the numbers.
    public let digits: ClosedRange<Int>
  }

  /// What each number of the range means, in the order of the numbers.
  public static let table: [Row] = [
    row(0...9, "all goes well"),
    row(10...10, "the line is always busy"),
    row(11...19, "the line is busy N times"),
    row(20...20, "the customer never answers"),
    row(21...29, "the customer does not answer N times"),
    row(30...30, "the telephone always rings until its time is over, and nobody says anything"),
    row(31...39, "the telephone rings until its time is over, N times"),
    row(40...40, "an answering machine always takes the call"),
    row(41...49, "an answering machine takes the call N times"),
    row(50...50, "every agent rejects the callback"),
    row(51...59, "N agents reject the callback"),
    row(60...60, "no agent answers the call"),
    row(61...69, "N agents do not answer the call"),
    row(70...70, "the customer always hangs up while waiting for an agent on the line"),
    row(71...79, "the customer hangs up N times while waiting for an agent on the line"),
    row(80...80, "the customer never answers the question whether it suits now"),
    row(81...89, "the customer does not answer that question N times"),
    row(90...90, "the number does not exist"),
    row(91...91, "no agent ever becomes free"),
    row(92...92, "the queue never takes the callback, where the engine's queue is `ForcedOutcome.isTaken`"),
    row(93...93, "the customer snoozes once"),
    row(94...94, "the customer cancels soon after the callback got into the queue"),
    row(95...95, "the interaction is deleted soon after the callback got into the queue"),
    row(96...99, "all goes well; kept for later meanings"),
  ]

  private static func row(_ digits: ClosedRange<Int>, _ meaning: String) -> Row {
    guard let outcome = ForcedOutcome(number(digits.lowerBound)) else {
      preconditionFailure("A number of the range has no outcome.")
    }
    let (first, last) = (number(digits.lowerBound).suffix(4), number(digits.upperBound).suffix(4))
    return Row(
      numbers: first == last ? String(first) : "\(first)-\(last)",
      meaning: meaning,
      outcome: outcome,
      digits: digits
    )
  }
}
