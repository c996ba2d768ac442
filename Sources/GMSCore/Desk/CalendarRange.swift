#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The instants that a request of a calendar service asks about.
///
/// `start` (now, where it is not given), `end` or `number-of-days`, and `timezone`, in which times without a zone are
/// read and days are counted (UTC, where it is not given).
struct CalendarRange {
  /// From when.
  let start: Date
  /// The range; nil when the request names neither an end nor a number of days.
  let instants: Range<Date>?
  /// The zone of the request.
  let zone: ZoneRules

  /// How many days can be asked for: a hundred years.
  private static let days = 0...36_525

  /// The range of a request.
  ///
  /// - Throws: `CoreError` with code `invalidParameter`; `CalendarError` when the machine's zone data is at fault.
  init(_ request: DeskRequest, zones: ZoneDatabase) throws {
    let service = request.configured.name.text
    func value(_ name: String) -> String? {
      guard let text = request.parameters[name], !text.isEmpty else { return nil }
      return text
    }
    func refused(_ name: String, _ value: String, _ accepted: String) -> CoreError {
      .invalidParameter(name, of: service, value: value, accepted: accepted)
    }
    let zone = try value("timezone").map { name in
      do throws(CalendarError) {
        return try zones.rules(named: name)
      } catch {
        switch error.code {
        case .noZoneDatabase, .damagedZoneFile: throw error as any Error
        default: throw CoreError.invalidParameter("timezone", of: service, value: name, because: error)
        }
      }
    }
    let rules = zone ?? .utc
    func instant(_ name: String) throws(CoreError) -> Date? {
      guard let text = value(name) else { return nil }
      do throws(CalendarError) {
        return try InstantText.read(text, zone: rules)
      } catch {
        throw .invalidParameter(name, of: service, value: text, because: error)
      }
    }
    self.zone = rules
    start = try instant("start") ?? request.context.now
    if let end = try instant("end") {
      if let days = value("number-of-days") {
        throw refused("number-of-days", days, "either 'end' or 'number-of-days', not both")
      }
      guard start <= end else {
        throw refused(
          "end",
          value("end") ?? "",
          "a time that is not before the start, \(InstantText.print(start))"
        )
      }
      instants = start..<end
    } else if let text = value("number-of-days") {
      guard let days = OptionTextChecker.integer(text), CalendarRange.days.contains(days) else {
        throw refused("number-of-days", text, "a whole number from 0 to \(CalendarRange.days.upperBound)")
      }
      instants = rules.range(from: start, days: days)
    } else {
      instants = nil
    }
  }
}
