/// The targets of a callback service: one, or up to 15 that are asked one after the other.
///
/// Its text is a target, or a JSON array of objects:
///
///     [{"target":"Billing@StatServer.GA","timeout":"60","clear":false,
///       "stat_to_check":"RStatAgentsTotal","stat_operator":"<","stat_value":"1"},
///      {"target":"?:English>5@StatServer.GA"}]
///
/// `timeout` (seconds) and `stat_value` are numbers or their text, `clear` a boolean or its text. GMS does not
/// document what may be missing; here `clear` is false without one, the three `stat_…` stand together or not at
/// all, and only the last entry may lack a time-out, since nothing follows it.
public struct TargetList: Hashable, Sendable {
  /// How many targets a list may have.
  public static let longest = 15

  /// The entries, in the order in which they are asked; 1 to 15.
  public let steps: [TargetStep]

  /// A list from its entries.
  ///
  /// - Precondition: there are 1 to 15, and all but the last have a time-out.
  public init(_ steps: [TargetStep]) {
    precondition((1...TargetList.longest).contains(steps.count), "A list has 1 to 15 targets.")
    precondition(
      steps.dropLast().allSatisfy { $0.timeout != nil },
      "A target that others follow needs a time-out."
    )
    self.steps = steps
  }

  /// Reads a target or a list of targets.
  ///
  /// Text that begins with `[` is a list.
  ///
  /// - Throws: `CoreError` with code `malformedTarget`, `malformedJSON`, or `malformedTargetList` with the facts
  ///   `target` (which entry, from 1; not there when the whole is meant), `value`, `reason` and `suggestion`.
  public init(_ text: String) throws(CoreError) {
    guard text.utf8.first == UInt8(ascii: "[") else {
      self.init([TargetStep(try RoutingTarget(text))])
      return
    }
    self.init(try TargetListReader.steps(try JSONReader.read(text)))
  }

  /// The seconds that all entries with a time-out wait, one after the other.
  public var totalTimeout: Int { steps.reduce(0) { $0 + ($1.timeout ?? 0) } }
}

extension TargetList: CustomStringConvertible {
  /// The text that reads back to an equal list: one target that says nothing more as itself, else JSON.
  public var description: String {
    if steps.count == 1, let step = steps.first, step == TargetStep(step.target) {
      return step.target.description
    }
    return JSONWriter.compact(.array(steps.map(\.json)))
  }
}

extension TargetStep {
  /// The entry as JSON, numbers as text and in the order in which GMS writes them.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("target", .string(target.description))]
    if let timeout { members.append(.init("timeout", .string(String(timeout)))) }
    members.append(.init("clear", .bool(clear)))
    if let skip {
      members.append(.init("stat_to_check", .string(skip.statistic)))
      members.append(.init("stat_operator", .string(skip.comparison.rawValue)))
      members.append(.init("stat_value", .string(skip.threshold)))
    }
    return .object(members)
  }
}
