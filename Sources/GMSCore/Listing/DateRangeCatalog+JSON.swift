#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

extension DateRangeCatalog {
  /// The ranges with the instants that they mean at `now`.
  ///
  ///     [{"name":"past-day","saved":false,"from":"2026-11-20T09:00:00.000Z","to":"2026-11-21T09:00:00.000Z"}]
  public func json(at now: Date, in zone: ZoneRules) -> JSONValue {
    .array(
      ranges.map { range in
        let instants = range.instants(at: now, in: zone)
        return [
          "name": .string(range.name), "saved": .bool(range.isSaved),
          "from": .string(InstantText.print(instants.lowerBound)),
          "to": .string(InstantText.print(instants.upperBound)),
        ]
      }
    )
  }
}
