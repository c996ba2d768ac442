/// The flags that can be set within an expression.
struct ExpressionFlags {
  /// `(?i)`: ASCII letters match in either case.
  var ignoresCase = false
  /// `(?s)`: `.` matches line terminators too.
  var dotMatchesAll = false
  /// `(?m)`: `^` and `$` match at each line.
  var isMultiline = false

  /// Sets or clears the flag of a letter; false when there is none.
  mutating func set(_ letter: Unicode.Scalar, to isOn: Bool) -> Bool {
    switch letter {
    case "i": ignoresCase = isOn
    case "s": dotMatchesAll = isOn
    case "m": isMultiline = isOn
    default: return false
    }
    return true
  }
}
