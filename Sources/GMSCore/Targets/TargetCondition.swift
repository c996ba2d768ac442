/// When a target is passed over: a statistic that is below or above a value, such as
/// `RStatAgentsReady < 1`.
public struct TargetCondition: Hashable, Sendable {
  /// The statistic's name.
  public let statistic: String
  /// How it is compared.
  public let comparison: Comparison
  /// What it is compared with, as it is written: an optional minus sign, digits, and a dot and digits if any.
  public let threshold: String

  private let number: Double

  /// The two comparisons, as they are written.
  public enum Comparison: String, CaseIterable, Sendable {
    /// The statistic is smaller.
    case below = "<"
    /// The statistic is larger.
    case above = ">"
  }

  /// The statistics that a target of skills can be asked for; other targets have any.
  public static let skillStatistics = ["RStatAgentsReadyvoice", "RStatAgentsReady", "RStatAgentsTotal"]

  /// A condition from its parts; nil when the threshold is no plain decimal number.
  public init?(_ statistic: String, _ comparison: Comparison, _ threshold: String) {
    let digits = threshold.utf8.drop { $0 == UInt8(ascii: "-") }
    guard threshold.utf8.count - digits.count <= 1, digits.first.map(TargetCondition.isDigit) == true,
      digits.last.map(TargetCondition.isDigit) == true, digits.count <= 18,
      digits.filter({ $0 == UInt8(ascii: ".") }).count <= 1,
      digits.allSatisfy({ TargetCondition.isDigit($0) || $0 == UInt8(ascii: ".") }),
      let number = Double(threshold)
    else { return nil }
    self.statistic = statistic
    self.comparison = comparison
    self.threshold = threshold
    self.number = number
  }

  /// Whether the condition is met by the statistic's value.
  ///
  /// GMS does not document what holds for a statistic that nobody knows; here it meets no condition, so that
  /// its target is asked rather than passed over.
  public func isMet(by value: Double?) -> Bool {
    guard let value else { return false }
    return switch comparison {
    case .below: value < number
    case .above: value > number
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
