import GMSCalendar
import Synchronization

/// What has been made of the services of one configuration: read once, compiled once, and shared by everyone who
/// reads that configuration.
///
/// A store makes one for each configuration that it has, and hands out the same one to all readers of that
/// configuration: another configuration has another one, and one that comes back after a transaction failed has
/// its old one again. So nothing in it can be stale, and nothing has to be compared.
///
/// It is filled by the library; a store only keeps it. It can be used by many threads at once, and holds at most
/// the services of its configuration.
public final class CompiledServices: Sendable {
  private struct Kept {
    var services: [String: Entry] = [:]
    /// The time zones of the calendars; those of another database are not kept.
    var zones: ZoneDatabase?
  }

  /// One service, and what follows from it together with the rest of the configuration.
  private struct Entry {
    let service: ConfiguredService
    let values = DerivedValues()
  }

  private let kept = Mutex(Kept())
  /// What follows from the configuration as a whole.
  private let whole = DerivedValues()

  /// Nothing yet, for a configuration that is new.
  public init() {}

  /// The service of a name, found by `find` when it is first asked for.
  func service(_ name: String, _ find: () throws -> ConfiguredService) rethrows -> ConfiguredService {
    let known = kept.withLock { $0.services[name]?.service }
    if let known, known.name.text.utf8.elementsEqual(name.utf8) { return known }
    let found = try find()
    return kept.withLock { kept in
      // A name that is equal and spelled in other bytes is the same service, but does not print the same.
      if let other = kept.services[name]?.service {
        return other.name.text.utf8.elementsEqual(name.utf8) ? other : found
      }
      kept.services[name] = Entry(service: found)
      return found
    }
  }

  /// What follows from the configuration, whichever service is asked for; made when it is first asked for.
  ///
  /// - Throws: what `make` throws, each time anew.
  package func value<Value: Sendable, Failure: Error>(
    _ type: Value.Type = Value.self,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try whole.value(of: type, make)
  }

  /// What follows from a service, the rest of the configuration and the time zones, made when it is first asked for.
  ///
  /// A service that is not the configuration's own, such as one in which a request replaced tokens, has nothing
  /// kept for it: then `make` is asked each time.
  ///
  /// - Throws: what `make` throws, each time anew.
  func value<Value: Sendable>(
    _ type: Value.Type = Value.self,
    of service: ConfiguredService,
    zones: ZoneDatabase,
    _ make: () throws -> Value
  ) rethrows -> Value {
    let values = kept.withLock { kept -> DerivedValues? in
      guard let entry = kept.services[service.name.text], entry.service.isCopy(of: service) else {
        return nil
      }
      if let known = kept.zones, known !== zones { return nil }
      kept.zones = zones
      return entry.values
    }
    guard let values else { return try make() }
    return try values.value(of: type, make)
  }
}
