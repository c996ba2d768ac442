/// What a rule that does not refuse says; a rule that refuses throws.
///
/// The words are made only when somebody reads them: nearly every request is answered without.
enum RuleVerdict {
  /// The request may go on.
  case passes(RuleFinding)
  /// The rule has nothing to say about this request.
  case notAsked(RuleExemption)
}
