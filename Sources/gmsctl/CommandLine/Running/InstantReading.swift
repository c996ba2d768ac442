#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
internal import GMSCalendar

/// The one place where times of the command line are read.
///
/// The reader itself is given to `GMSCtl.run` with the other surroundings, because it needs the zone database.
package enum InstantReading {
  /// Reads a point in time.
  ///
  /// - Parameters:
  ///   - text: the time as it was typed.
  ///   - zone: the name of the zone in which a time without one is read.
  /// - Throws: `CalendarError`.
  package typealias Reader = @Sendable (_ text: String, _ zone: String) throws -> Date

  /// Reads RFC 3339, and times without a zone in a named one of the system's database.
  package static let shipped: Reader = { text, zone in
    try InstantText.read(text, zone: ZoneDatabase.system.rules(named: zone))
  }

  /// Reads a time for the option or argument at `place`.
  ///
  /// - Throws: `malformedTime`, or `malformedZone` when it is the zone that is wrong; what the reader throws
  ///   else, as it is.
  package static func read(
    _ text: String,
    zone: String,
    place: String,
    with reader: Reader
  ) throws -> Date {
    do {
      return try reader(text, zone)
    } catch let error as CalendarError {
      switch error.code {
      case .noZoneDatabase, .damagedZoneFile: throw error
      default:
        throw fault(error, zone: zone)
          ?? UsageError(.malformedTime, value: text, place: place, detail: error.description)
      }
    }
  }

  /// What is wrong with the zone in `--timezone`; nil when it is not the zone's name that is wrong.
  static func fault(_ error: CalendarError, zone: String) -> UsageError? {
    switch error.code {
    case .unknownZone, .abbreviatedZone, .malformedZoneName:
      UsageError(
        .malformedZone,
        value: zone,
        place: CommandOption.timeZone.longForm,
        suggestion: error.suggestion,
        detail: error.description
      )
    default: nil
    }
  }
}
