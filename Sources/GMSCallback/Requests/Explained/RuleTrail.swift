public import GMSCore

/// What each rule said about one request, in the order in which the rules are asked.
///
/// All rules stand in it, once each: those that let the request pass, at most one that refused it, and those
/// that were not asked, with the reason. It holds no customer's number and no other value of the request.
public struct RuleTrail: Hashable, Sendable {
  /// What a rule said.
  public enum Answer: String, CaseIterable, Sendable {
    /// The request may go on.
    case passes
    /// The request is refused.
    case refuses
    /// The rule had nothing to say, for the reason that stands beside it.
    case notAsked = "not-asked"
  }

  /// One rule with its answer.
  public struct Entry: Hashable, Sendable {
    /// The rule.
    public let rule: RequestRule
    /// The option that sets it; nil for a rule that is always the same.
    public let option: String?
    /// The value that the option has for this request, the template's default where the service sets none;
    /// nil for none.
    public let value: String?
    /// The number that must not be exceeded or reached; nil for a rule that does not count.
    public let limit: Int?
    /// What was found when the rule was asked, for a person; nil when there is nothing to tell.
    public let found: String?
    /// What the rule said.
    public let answer: Answer
    /// Why it refused, or was not asked, for a person; nil when the request passed.
    public let because: String?
  }

  /// The rules; empty when the request came to none, such as one for a service that does not exist.
  public private(set) var entries: [Entry] = []
  /// What the rule that refused threw; nil when none did.
  public private(set) var refusal: CallbackError?

  /// A trail of no rule yet.
  public init() {}

  mutating func append(_ entry: Entry) { entries.append(entry) }

  mutating func end(with refusal: CallbackError) { self.refusal = refusal }

  /// Whether every rule let the request pass.
  public var isAccepted: Bool { refusal == nil && !entries.isEmpty }

  /// The entries as an array of objects.
  ///
  /// All have the same members, null where there is nothing:
  ///
  ///     [{"rule":"in-queue","option":"_enable_in_queue_checking","value":"strict","limit":1,
  ///       "found":"1 in queue","answer":"refuses","because":"…"},…]
  public var json: JSONValue { .array(entries.map(\.json)) }
}

extension RuleTrail.Entry {
  /// The names of the members of ``json``, in their order.
  package static let fields = ["rule", "option", "value", "limit", "found", "answer", "because"]

  /// The entry as an object, see ``RuleTrail/json``.
  public var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      .init("rule", .string(rule.rawValue)), .init("option", text(option)), .init("value", text(value)),
      .init("limit", limit.map { .integer(Int64($0)) } ?? .null), .init("found", text(found)),
      .init("answer", .string(answer.rawValue)), .init("because", text(because)),
    ])
  }
}
