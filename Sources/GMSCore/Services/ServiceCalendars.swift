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
  /// - Complexity: O(1) where the store keeps ``CompiledServices`` and the service was asked for before.
  public func service(_ name: String) throws -> ConfiguredService {
    guard catalog == nil, let compiled = reader.compiledServices else { return try found(name) }
    return try compiled.service(name) { try found(name) }
  }

  private func found(_ name: String) throws -> ConfiguredService {
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
  /// - Complexity: O(1) where the store keeps ``CompiledServices`` and the calendar was asked for before.
  public func officeHours(_ name: String) throws -> OfficeHoursCalendar {
    let service = try service(name)
    return try kept(of: service) { try compiledHours(service) }
  }

  private func compiledHours(_ service: ConfiguredService) throws -> OfficeHoursCalendar {
    let name = service.name.text
    let hours = try service.officeHours()
    var others: [String: OfficeHours] = [:]
    var wanted = hours.imports
    while let imported = wanted.popLast() {
      guard imported != name, others[imported] == nil else { continue }
      let found = try self.service(imported).officeHours()
      others[imported] = found
      wanted += found.imports
    }
    return try hours.compiled(named: name, importing: others, zones: zones)
  }

  /// The calendar of a capacity service.
  ///
  /// - Throws: `CoreError` about the service or an option, `CalendarError` about the zone.
  /// - Complexity: O(1) where the store keeps ``CompiledServices`` and the calendar was asked for before.
  public func capacity(_ name: String) throws -> CapacityCalendar {
    let service = try service(name)
    return try kept(of: service) { try CapacityCalendar(service.capacityPlan(), zones: zones) }
  }

  /// What follows from a service and those that it names, kept where the store keeps such things.
  ///
  /// It must follow from the configuration and the zones alone. Those of a catalogue of one's own are not kept.
  package func kept<Value: Sendable>(
    of service: ConfiguredService,
    _ make: () throws -> Value
  ) throws -> Value {
    guard catalog == nil, let compiled = reader.compiledServices else { return try make() }
    return try compiled.value(of: service, zones: zones, make)
  }
}
