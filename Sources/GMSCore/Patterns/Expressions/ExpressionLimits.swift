/// How large an expression may be, so that reading and running it is bounded.
enum ExpressionLimits {
  /// The most characters of an expression.
  static let length = 4_000
  /// The most steps that an expression has once its repetitions are written out.
  static let steps = 10_000
  /// How deep groups and classes may lie in each other.
  static let depth = 100
}
