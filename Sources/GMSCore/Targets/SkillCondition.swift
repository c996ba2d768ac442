/// One condition of a skill expression, such as `English>=20`: a skill, a comparison and a level.
public struct SkillCondition: Hashable, Sendable {
  /// The skill's name; upper and lower case differ.
  public let skill: String
  /// How the agent's level is compared.
  public let comparison: Comparison
  /// The level that it is compared with, 0 or more.
  public let level: Int

  /// The comparisons, as they are written.
  public enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  /// A condition from its parts.
  ///
  /// - Precondition: the skill has a name without a single quote, and the level is 0…999999999.
  public init(_ skill: String, _ comparison: Comparison, _ level: Int) {
    precondition(!skill.isEmpty && !skill.contains("'"), "A skill has a name without a single quote.")
    precondition((0...999_999_999).contains(level), "A skill's level has 1 to 9 digits.")
    self.skill = skill
    self.comparison = comparison
    self.level = level
  }

  /// Whether an agent with these skill levels fulfils it; a skill that is not there counts 0.
  public func matches(_ skills: [String: Int]) -> Bool {
    let own = skills[skill] ?? 0
    return switch comparison {
    case .equal: own == level
    case .notEqual: own != level
    case .less: own < level
    case .atMost: own <= level
    case .greater: own > level
    case .atLeast: own >= level
    }
  }

  /// Whether a character can begin a name that is written without quotes.
  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    // Most names are ASCII, for which Unicode's tables need not be asked.
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: !scalar.isASCII && scalar.properties.isIDStart
    }
  }

  /// Whether a character can stand in a name that is written without quotes.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9": true
    default: isNameStart(scalar) || !scalar.isASCII && scalar.properties.isIDContinue
    }
  }
}

extension SkillCondition: CustomStringConvertible {
  /// The condition without spaces; a name that is more than letters, digits and `_` stands in single quotes.
  public var description: String {
    let scalars = skill.unicodeScalars
    let isPlain =
      scalars.first.map(SkillCondition.isNameStart) == true && scalars.allSatisfy(SkillCondition.isNamePart)
    return (isPlain ? skill : "'\(skill)'") + comparison.rawValue + String(level)
  }
}
