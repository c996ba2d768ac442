/// How one thing that a call brings stands to what a booking has.
public enum MatchOutcome: String, CaseIterable, Sendable {
  /// Both have it, and it is the same.
  case same
  /// Both have it, and it is not the same.
  case differs
  /// The booking has it, and the call does not bring it.
  case notGiven = "not-given"
  /// The booking does not have it.
  case notAsked = "not-asked"
}
