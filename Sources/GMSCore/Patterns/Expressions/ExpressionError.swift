/// Why an expression cannot be used, and where.
struct ExpressionError: Error {
  /// What is wrong.
  let fault: ExpressionFault
  /// Which character of the expression it is about, from 1.
  let position: Int
}
