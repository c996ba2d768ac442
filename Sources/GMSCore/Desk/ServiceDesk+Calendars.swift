import GMSCalendar

extension ServiceDesk {
  /// `office-hours`: when the office is open.
  ///
  /// Parameters: `start`, `end`, `number-of-days`, `timezone`; without an end and a number of days the answer is the
  /// period that holds the start, whole, or none: "open now?".
  func officeHours(_ request: DeskRequest, _ reader: any StoreReader) throws -> ServiceResponse {
    let range = try CalendarRange(request, zones: zones)
    let calendar = try ServiceCalendars(reader, zones: zones).officeHours(request.configured.name.text)
    guard let instants = range.instants else {
      return ServiceResponse(OfficeHoursAnswer.period(of: calendar, at: range.start))
    }
    return ServiceResponse(try OfficeHoursAnswer.periods(of: calendar, in: instants))
  }

  /// `capacity`: how many callbacks each time bucket takes.
  ///
  /// Parameters as for office hours; without an end and a number of days the answer is of one day.
  func capacity(_ request: DeskRequest, _ reader: any StoreReader) throws -> ServiceResponse {
    let range = try CalendarRange(request, zones: zones)
    let calendar = try ServiceCalendars(reader, zones: zones).capacity(request.configured.name.text)
    return ServiceResponse(
      try CapacityAnswer.periods(
        of: calendar,
        in: range.instants ?? range.zone.range(from: range.start, days: 1)
      )
    )
  }
}
