/// Why a text is not a point in time; becomes the detail of `malformedInstant`.
enum InstantFault: Error, Hashable {
  /// The date is not four, two and two digits.
  case date
  /// Neither `T` nor one space follows the date.
  case separator
  /// The time is not two, two and two digits.
  case time
  /// The fraction has no digits, or more than nine.
  case fraction
  /// What follows the time is neither `Z` nor an offset.
  case offset(String)
  /// The offset is more than a day, or has a minute over 59.
  case offsetRange(String)
}

extension InstantFault: CustomStringConvertible {
  /// The fault as a clause.
  var description: String {
    switch self {
    case .date: "the date needs four, two and two digits"
    case .separator: "a 'T' or one space stands between date and time"
    case .time: "the time needs two digits each for hour, minute and, where given, second"
    case .fraction: "a fraction of a second has one to nine digits"
    case .offset(let text): "'\(text)' after the time is neither 'Z' nor an offset such as +01:00"
    case .offsetRange(let text): "the offset '\(text)' is not between -23:59 and +23:59"
    }
  }
}
