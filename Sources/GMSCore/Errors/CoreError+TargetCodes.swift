extension CoreError.Code {
  // Targets: facts `value`, `column`, `target`, `reason`, `suggestion`.
  /// Text that is not a routing target or not a skill expression.
  public static let malformedTarget = CoreError.Code(rawValue: "malformed-target")
  /// JSON that is not a list of targets.
  public static let malformedTargetList = CoreError.Code(rawValue: "malformed-target-list")

  /// All codes of this file, in order.
  package static let targetCodes: [CoreError.Code] = [.malformedTarget, .malformedTargetList]
}
