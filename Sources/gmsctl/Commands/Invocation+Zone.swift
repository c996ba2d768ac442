internal import GMSCalendar

/// The zone that a line names.
extension Invocation {
  /// The rules of the zone in `--timezone`; nil when the line lacks it.
  ///
  /// - Throws: `malformedZone` for a zone that does not exist or is abbreviated; `CalendarError` when the
  ///   machine's zone data is at fault.
  func zone() throws -> ZoneRules? {
    guard let name = optional(CommandOption.timeZone.name) else { return nil }
    do throws(CalendarError) {
      return try ZoneDatabase.system.rules(named: name)
    } catch {
      throw InstantReading.fault(error, zone: name) ?? error
    }
  }
}
