public import GMSCalendar

/// Finds services in a store and makes the calendars that they describe, with what they import.
///
/// It reads only the services that are needed, so a question about one office does not pay for the others.
public struct ServiceCalendars {
  private let reader: any StoreReader
  private let zones: ZoneDatabase
  private let catalog: TemplateCatalog?

  /// Calendars of the services that a reader knows.
  ///
  /// - Parameters:
  ///   - reader: the store.
  ///   - zones: the time zones.
  ///   - catalog: the templates that are known; without it those that are shipped and, for a service that fits
  ///     none of them, those of the store's configuration.
  public init(_ reader: any StoreReader, zones: ZoneDatabase = .system, catalog: TemplateCatalog? = nil) {
    self.reader = reader
    self.zones = zones
    self.catalog = catalog
  }

  /// A configured service.
  ///
  /// - Throws: `CoreError` with code `unknownService`, with the nearest name, or when its options make no service.
  public func service(_ name: String) throws -> ConfiguredService {
    guard let options = try reader.service(name) else {
      throw ConfiguredService.unknown(name, in: try reader.configuration())
    }
    if let catalog { return try ConfiguredService(name, options, catalog: catalog) }
    // The whole configuration is read only for a service of a template of one's own.
    if TemplateCatalog.builtIn.fits(options) { return try ConfiguredService(name, options) }
    return try ConfiguredService(name, options, catalog: reader.configuration().catalog)
  }

  /// The calendar of an office-hours service, with what it imports.
  ///
  /// - Throws: `CoreError` about a service or an option, `CalendarError` about an import or a zone.
  public func officeHours(_ name: String) throws -> OfficeHoursCalendar {
    let hours = try service(name).officeHours()
    var others: [String: OfficeHours] = [:]
    var wanted = hours.imports
    while let imported = wanted.popLast() {
      guard imported != name, others[imported] == nil else { continue }
      let found = try service(imported).officeHours()
      others[imported] = found
      wanted += found.imports
    }
    return try hours.compiled(named: name, importing: others, zones: zones)
  }

  /// The calendar of a capacity service.
  ///
  /// - Throws: `CoreError` about the service or an option, `CalendarError` about the zone.
  public func capacity(_ name: String) throws -> CapacityCalendar {
    try CapacityCalendar(service(name).capacityPlan(), zones: zones)
  }
}
