/// The rules that a rule import brings: regular hours, holidays and exceptions, without zone.
struct RuleSet {
  var regularHours: [RegularHours] = []
  var holidays: [Holiday] = []
  var exceptions: [ExceptionHours] = []

  /// Adds the rules of office hours, without their imports.
  mutating func add(_ hours: OfficeHours) {
    regularHours += hours.regularHours
    holidays += hours.holidays
    exceptions += hours.exceptions
  }
}
