/// All English of GMSCalendar's errors: what is wrong, the value in quotes, what would be right.
extension CalendarError: CustomStringConvertible {
  /// The error as one sentence for a person.
  public var description: String {
    let place = text.map { $0 == self.value ? "" : " in '\(Quotation.cut($0))'" } ?? ""
    let value = Quotation.cut(self.value)
    let hint = suggestion.map { ". Did you mean '\($0)'?" } ?? ""
    return switch code {
    case .malformedDate:
      "'\(value)'\(place) is not a date; write \(detail ?? "yyyy-MM-dd, such as 2025-07-04")"
    case .noSuchDate: "there is no date '\(value)'\(place)\(detail.map { "; \($0)" } ?? "")"
    case .malformedTime: "'\(value)'\(place) is not a time; write HH:mm, such as 09:00, up to 24:00"
    case .noSuchTime: "there is no time '\(value)'\(place); a day has 00:00 to 24:00"
    case .malformedInstant:
      "'\(value)' is not a point in time; write RFC 3339, such as 2025-07-04T09:00:00Z"
        + (detail.map { " (\($0))" } ?? "")
    case .malformedWeekday:
      "'\(value)'\(place) is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat or Sun\(hint)"
    case .malformedHours: "'\(value)' are not hours; write \(detail ?? "Mon-Fri 09:00-17:00")"
    case .emptyHours: "'\(value)'\(place) ends when it starts; write 00:00-24:00 for a whole day"
    case .hoursStartAtEndOfDay: "'\(value)'\(place) starts at 24:00; write 00:00 of the next day"
    case .malformedEffectiveDates:
      "'\(value)' are not effective dates; write yyyy-MM-dd, or yyyy-MM-dd to yyyy-MM-dd"
    case .endBeforeStart: "the end '\(value)'\(place) lies before the start '\(detail ?? "")'"
    case .rangeTooLong: "the range '\(value)' is too long; ask for at most \(detail ?? "")"
    case .instantOutOfRange: "'\(value)' lies outside the years 1 to 9999"
    case .unknownZone: "there is no time zone '\(value)'\(hint)"
    case .abbreviatedZone:
      "'\(value)' is an abbreviation, not a time zone"
        + (suggestion.map { "; use '\($0)'" } ?? "; use a name such as 'America/New_York'")
    case .malformedZoneName:
      "'\(value)' cannot be a time zone's name; write a name such as 'America/New_York'"
    case .damagedZoneFile: "the file of time zone '\(value)' is damaged: \(detail ?? "")"
    case .noZoneDatabase:
      "there is no time-zone database here (looked in \(value)); install the system's tzdata, or set TZDIR"
    case .unknownImport: "'\(text ?? "")' imports '\(value)', which does not exist\(hint)"
    case .importCycle: "office hours import themselves: \(path.joined(separator: " → "))"
    case .malformedCapacity: "'\(value)'\(place) is not a capacity; write a whole number of 0 or more"
    case .capacityAboveMaximum:
      "the capacity '\(value)'\(place) is above the maximum of \(detail ?? "")"
    case .malformedCapacityHour:
      detail.map { "'\(value)'\(place) are not hours of a capacity; write \($0)\(hint)" }
        ?? "'\(value)'\(place) is not an hour of a capacity; write 0000, 0100 … 2300\(hint)"
    case .malformedCapacityGrid: "\(detail ?? "the text") is not a capacity grid at '\(value)'"
    case .malformedTimeBucket:
      "'\(value)' is not a time bucket; write 5, 10, 15, 20, 30, 60 or 120 (minutes)"
    default: "\(code.rawValue): '\(value)'\(place)\(hint)"
    }
  }
}
