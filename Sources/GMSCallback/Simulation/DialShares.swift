/// What comes of calls to customers in a simulation, as shares of all calls; the rest is answered.
public struct DialShares: Hashable, Sendable {
  /// The share of calls that find the line busy.
  public var busy: Double
  /// The share of calls that nobody answers.
  public var noAnswer: Double
  /// The share of calls that an answering machine takes.
  public var answeringMachine: Double
  /// The share of numbers that do not exist.
  public var invalidNumber: Double

  /// Shares from their parts, each 0…1.
  public init(
    busy: Double = 0,
    noAnswer: Double = 0,
    answeringMachine: Double = 0,
    invalidNumber: Double = 0
  ) {
    self.busy = busy
    self.noAnswer = noAnswer
    self.answeringMachine = answeringMachine
    self.invalidNumber = invalidNumber
  }

  /// Every call is answered.
  public static let allAnswered = DialShares()
  /// What a simulation assumes when nothing is said: 4 % busy, 8 % without an answer, 4 % answering machines,
  /// half a per cent of numbers that do not exist.
  public static let standard = DialShares(
    busy: 0.04,
    noAnswer: 0.08,
    answeringMachine: 0.04,
    invalidNumber: 0.005
  )

  /// All shares, none of which may be below 0; their sum is at most 1.
  var all: [Double] { [busy, noAnswer, answeringMachine, invalidNumber] }
}

extension DialShares {
  /// The names by which a person gives the shares, in their order.
  static let names = ["busy", "no-answer", "machine", "invalid"]

  /// Reads shares as a person writes them: `busy=0.05,no-answer=0.1,machine=0.05,invalid=0.01`, or `none`.
  ///
  /// Those that are not named are 0.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation`.
  public init(_ text: String) throws(CallbackError) {
    self.init()
    guard text != "none" else { return }
    var seen: Set<Substring> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, let share = SimulationPlan.number(pair[1]), share <= 1,
        seen.insert(pair[0]).inserted
      else { throw DialShares.refusal(text) }
      switch pair[0] {
      case "busy": busy = share
      case "no-answer": noAnswer = share
      case "machine": answeringMachine = share
      case "invalid": invalidNumber = share
      default:
        throw .simulation("dial", text, DialShares.form, nearest: String(pair[0]), in: DialShares.names)
      }
    }
    guard all.reduce(0, +) <= 1 else { throw DialShares.refusal(text) }
  }

  private static let form =
    "shares whose sum is at most 1, such as 'busy=0.05,no-answer=0.1,machine=0.05,invalid=0.01', or 'none'"

  private static func refusal(_ text: String) -> CallbackError { .simulation("dial", text, form) }
}
