extension OptionFinding {
  /// What becomes of an option, in one word.
  public enum Verdict: String, CaseIterable, Sendable {
    /// It is in force.
    case used
    /// The template's default is in force.
    case usesDefault = "default"
    /// Its value wins over every request's own.
    case overridden
    /// Nothing reads it.
    case unknown
    /// It has no effect as things are.
    case ignored
    /// It says the contrary of another option.
    case contradictory
    /// It is not there, and should be.
    case missing
    /// Nothing names the group.
    case unused
    /// It cannot be applied.
    case refused
  }

  /// What becomes of the option.
  public var verdict: Verdict {
    switch kind {
    case .used, .readAs, .overwritable: .used
    case .usesDefault: .usesDefault
    case .requestParameter: .overridden
    case .unknown, .unknownSection: .unknown
    case .empty, .ignored, .needs, .needsValue: .ignored
    case .contradicts, .sharedName: .contradictory
    case .standIn, .missing, .noNumbers, .noPatterns, .noRole: .missing
    case .unused: .unused
    case .refused: .refused
    }
  }
}
