import Synchronization

/// The time zones of a machine: reads zone files by name, once each, and says what was meant by a wrong name.
///
/// Most programs use ``system``. Names are those of the tz database, in their exact spelling
/// (`America/New_York`). `UTC`, `GMT`, `Etc/UTC` and `Etc/GMT` work without any file. Abbreviations such as
/// `EST` are refused with the zone to use instead, even where a file of that name exists.
///
/// A file that changes on disk is not read again: ask a new database.
public final class ZoneDatabase: Sendable {
  /// The zones of this machine.
  ///
  /// They come from the directory in the environment variable `TZDIR` where that is a directory, else from
  /// the first usual place that has zone files, such as `/usr/share/zoneinfo`.
  public static let system = ZoneDatabase(
    found: ZoneDirectory.find(preferred: ZoneDirectory.fromEnvironment, places: ZoneDirectory.usualPlaces),
    places: ZoneDirectory.usualPlaces
  )

  /// What has been read so far.
  private struct Cache {
    var zones: [String: ZoneRules] = [:]
    var names: [String]?
  }

  private let zoneDirectory: ZoneDirectory?
  private let places: [String]
  private let cache = Mutex(Cache())

  /// The zones in that directory, which is not looked at before the first question.
  public convenience init(directory: String) {
    self.init(found: ZoneDirectory(path: directory), places: [directory])
  }

  /// The zones in the first place that has any, as `system` finds them.
  package convenience init(preferred: String?, places: [String]) {
    self.init(
      found: ZoneDirectory.find(preferred: preferred, places: places),
      places: (preferred.map { [$0] } ?? []) + places
    )
  }

  private init(found: ZoneDirectory?, places: [String]) {
    zoneDirectory = found
    self.places = places
  }

  /// The directory that is read; nil where none was found.
  public var directory: String? { zoneDirectory?.path }

  /// The rules of a zone.
  ///
  /// - Parameter name: A name of the tz database, in its exact spelling; links (`US/Eastern`) are followed.
  /// - Returns: The rules, the same object each time.
  /// - Throws: `CalendarError` with code
  ///   - `unknownZone` when there is no such zone, with the nearest name;
  ///   - `abbreviatedZone` for `EST`, `CET`, `PST8PDT` and their like, with the zone to use;
  ///   - `malformedZoneName` for text that is no name, such as `../../etc/passwd`;
  ///   - `damagedZoneFile` for a file that is not TZif, or not a regular file inside of the directory;
  ///   - `noZoneDatabase` where this machine has no zone files.
  public func rules(named name: String) throws(CalendarError) -> ZoneRules {
    if let known = cache.withLock({ $0.zones[name] }) { return known }
    let rules = try read(name)
    // Of two threads that read the same file the first wins, so that all share one object.
    return cache.withLock { cache in
      if let known = cache.zones[name] { return known }
      cache.zones[name] = rules
      return rules
    }
  }

  /// The names that ``rules(named:)`` knows, sorted by their bytes; empty where there is no database.
  ///
  /// Links such as `US/Eastern` are among them, abbreviations such as `EST` are not.
  ///
  /// - Complexity: The first call opens every file (a few milliseconds for 600), later ones none.
  public var names: [String] {
    if let names = cache.withLock({ $0.names }) { return names }
    let names = readNames()
    cache.withLock { $0.names = names }
    return names
  }

  /// The edition of the tz database, such as `2025b`; nil where the directory does not tell.
  public var version: String? {
    guard let zoneDirectory else { return nil }
    if let bytes = zoneDirectory.beginning(of: "+VERSION", limit: 64) { return ZoneDatabase.word(in: bytes) }
    guard let bytes = zoneDirectory.beginning(of: "tzdata.zi", limit: 64),
      bytes.starts(with: "# version ".utf8)
    else { return nil }
    return ZoneDatabase.word(in: bytes.dropFirst("# version ".utf8.count))
  }

  /// The first line, when it is a single word that can name an edition.
  private static func word(in bytes: some Sequence<UInt8>) -> String? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty, line.count <= 32, line.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return String(decoding: line, as: UTF8.self)
  }

  private func read(_ name: String) throws(CalendarError) -> ZoneRules {
    try ZoneName.check(name)
    if ZoneName.universal.contains(name) {
      return name == ZoneRules.utc.name ? .utc : ZoneRules(name: name, fixedOffset: 0)
    }
    if let zone = ZoneAbbreviations.zone(for: name) {
      throw CalendarError(.abbreviatedZone, value: name, suggestion: zone)
    }
    guard let zoneDirectory, zoneDirectory.exists else {
      #if canImport(Darwin)
        if zoneDirectory == nil, let rules = ZoneRules(foundation: name) { return rules }
        if zoneDirectory == nil { throw unknown(name) }
      #endif
      throw CalendarError(.noZoneDatabase, value: places.joined(separator: ", "))
    }
    guard ZoneName.isUsual(name), isSpelledExactly(name) else { throw unknown(name) }
    let bytes: [UInt8]?
    do {
      bytes = try zoneDirectory.bytes(of: name)
    } catch {
      throw error.error(of: name)
    }
    guard let bytes else { throw unknown(name) }
    return try ZoneRules(name: name, tzif: bytes)
  }

  private func unknown(_ name: String) -> CalendarError {
    CalendarError(.unknownZone, value: name, suggestion: ZoneName.suggestion(for: name, in: names))
  }

  /// False for `europe/paris` where the file system does not tell it from `Europe/Paris`.
  private func isSpelledExactly(_ name: String) -> Bool {
    #if canImport(Darwin)
      // Names that are not listed at all may still be files, damaged ones for instance.
      let lowercased = name.lowercased()
      return names.contains(name) || !names.contains { $0.lowercased() == lowercased }
    #else
      return true
    #endif
  }

  private func readNames() -> [String] {
    #if canImport(Darwin)
      if zoneDirectory == nil { return ZoneRules.foundationNames() }
    #endif
    return zoneDirectory?.zoneNames() ?? []
  }
}
