import Foundation
import GMSCalendar
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Zone database")
struct ZoneDatabaseTests {
  private func refusal(of name: String, by database: ZoneDatabase) -> CalendarError? {
    do {
      _ = try database.rules(named: name)
      return nil
    } catch {
      return error
    }
  }

  @Test func universalTimeNeedsNoFiles() throws {
    let database = ZoneDatabase(preferred: nil, places: ["/nowhere/zoneinfo", "/nowhere/else"])
    #expect(database.directory == nil)
    #expect(database.names.isEmpty)
    #expect(database.version == nil)
    #expect(try database.rules(named: "UTC") === ZoneRules.utc)
    #expect(try database.rules(named: "GMT").name == "GMT")
    #expect(try database.rules(named: "Etc/UTC").offset(at: 0) == 0)
    #expect(refusal(of: "EST", by: database)?.code == .abbreviatedZone)
    #expect(refusal(of: "../x", by: database)?.code == .malformedZoneName)
    #if !canImport(Darwin)
      let error = refusal(of: "Europe/Paris", by: database)
      #expect(error?.code == .noZoneDatabase)
      #expect(error?.value == "/nowhere/zoneinfo, /nowhere/else")
    #endif
    let missing = ZoneDatabase(directory: "/nowhere/zoneinfo")
    #expect(refusal(of: "Europe/Paris", by: missing)?.code == .noZoneDatabase)
  }

  static let malformed = [
    "", "/etc/passwd", "../../etc/passwd", "America/../x", "America/./New_York", "..", ".", "/", "America/",
    "America//New_York", "Europe/Paris/..", "Europe/Paris\0", "\0", "Europe/Paris\n", "Europe/\u{7F}",
    String(repeating: "A", count: 256), String(repeating: "é", count: 128),
  ]

  @Test(arguments: malformed)
  func namesThatAreNone(name: String) {
    let error = refusal(of: name, by: .system)
    #expect(error?.code == .malformedZoneName)
    #expect(error?.value == name)
  }

  @Test(arguments: [
    ("EST", "America/New_York"), ("EDT", "America/New_York"), ("CST", "America/Chicago"),
    ("MST", "America/Denver"), ("PST", "America/Los_Angeles"), ("PST8PDT", "America/Los_Angeles"),
    ("EST5EDT", "America/New_York"), ("HST", "Pacific/Honolulu"), ("CET", "Europe/Paris"),
    ("MET", "Europe/Paris"), ("WET", "Europe/Lisbon"), ("EET", "Europe/Athens"), ("IST", "Asia/Kolkata"),
    ("BST", "Europe/London"), ("JST", "Asia/Tokyo"), ("AEST", "Australia/Sydney"), ("MSK", "Europe/Moscow"),
    ("est", "America/New_York"), ("ChST", "Pacific/Guam"), ("WITA", "Asia/Makassar"),
  ])
  func abbreviations(name: String, zone: String) throws {
    let error = refusal(of: name, by: .system)
    #expect(error?.code == .abbreviatedZone)
    #expect(error?.suggestion == zone)
    if ZoneFixtures.hasDatabase { #expect(try ZoneFixtures.rules(zone).name == zone) }
  }

  @Test(
    .enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"),
    arguments: [
      ("Paris", "Europe/Paris"), ("europe/paris", "Europe/Paris"), ("America/New York", "America/New_York"),
      ("America/NewYork", "America/New_York"), ("Amerca/Chicago", "America/Chicago"),
      ("tokyo", "Asia/Tokyo"), ("right/Europe/Paris", "Europe/Paris"),
      ("posix/Europe/Pariss", "Europe/Paris"),
      ("GMT+2", "Etc/GMT-2"), ("UTC-05", "Etc/GMT+5"), ("utc", "UTC"), ("Mars/Olympus_Mons", nil),
      ("Europe/Pärís/x", nil), ("UTC+99", nil), ("localtime", nil), ("Factory", nil), ("America", nil),
      ("zone.tab", nil), ("tzdata.zi", nil), ("+VERSION", nil),
    ] as [(String, String?)]
  )
  func unknownNames(name: String, meant: String?) {
    let error = refusal(of: name, by: .system)
    #expect(error?.code == .unknownZone)
    #expect(error?.value == name)
    if let meant { #expect(error?.suggestion == meant) }
  }

  @Test(.enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
  func names() throws {
    let names = ZoneFixtures.database.names
    #expect(names.count > 300)
    #expect(names == names.sorted() && Set(names).count == names.count)
    for name in ["America/New_York", "Europe/Paris", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"] {
      #expect(names.contains(name))
    }
    for name in ["EST", "CET", "PST8PDT", "Factory", "localtime", "posixrules", "tzdata.zi", "zone.tab"] {
      #expect(!names.contains(name))
    }
    #expect(!names.contains { $0.hasPrefix("right/") || $0.hasPrefix("posix/") })
    for name in names { #expect(try ZoneFixtures.rules(name).name == name) }
  }

  @Test func readsAndCaches() throws {
    let zones = try TemporaryZones()
    try zones.write("Test/Zone")
    try zones.link("Test/Link", to: "Zone")
    try zones.write("tzdata.zi", Array("# version 2031z\nR d 1916\n".utf8))
    let database = ZoneDatabase(directory: zones.path)
    let zone = try database.rules(named: "Test/Zone")
    #expect(zone.offset(at: 0) == 3600)
    #expect(try database.rules(named: "Test/Link").name == "Test/Link")
    #expect(database.version == "2031z")
    #expect(database.names == ["Test/Link", "Test/Zone"])
    try FileManager.default.removeItem(atPath: zones.path + "/Test/Zone")
    #expect(try database.rules(named: "Test/Zone") === zone)
    try zones.write("+VERSION", Array("2032a\n".utf8))
    #expect(database.version == "2032a")
  }

  @Test func versionThatIsNotTold() throws {
    let zones = try TemporaryZones()
    #expect(ZoneDatabase(directory: zones.path).version == nil)
    try zones.write("tzdata.zi", Array("R d 1916 o - Jun 14 23s 1 S\n".utf8))
    #expect(ZoneDatabase(directory: zones.path).version == nil)
  }

  @Test func neverLeavesTheDirectory() throws {
    let outside = try TemporaryZones()
    try outside.write("Zone")
    let zones = try TemporaryZones()
    try zones.link("Test/File", to: outside.path + "/Zone")
    try zones.link("Test/Folder", to: outside.path)
    try zones.link("Test/Up", to: "../../\(URL(filePath: outside.path).lastPathComponent)/Zone")
    try zones.link("Test/Loop", to: "Loop")
    try zones.link("Test/Broken", to: "Missing")
    let database = ZoneDatabase(directory: zones.path)
    for name in ["Test/File", "Test/Folder/Zone", "Test/Up"] {
      let error = refusal(of: name, by: database)
      #expect(error?.code == .damagedZoneFile)
      #expect(error?.detail == "it is a link that leaves the zone directory")
    }
    #expect(refusal(of: "Test/Loop", by: database)?.code == .damagedZoneFile)
    #expect(refusal(of: "Test/Broken", by: database)?.code == .unknownZone)
    // A link with the same beginning of its path is outside, too.
    try FileManager.default.createDirectory(atPath: zones.path + "-beside", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: zones.path + "-beside") }
    try Data(TZifBytes().bytes).write(to: URL(filePath: zones.path + "-beside/Zone"))
    try zones.link("Test/Beside", to: zones.path + "-beside/Zone")
    #expect(refusal(of: "Test/Beside", by: database)?.code == .damagedZoneFile)
  }

  @Test func theDirectoryMayBeALink() throws {
    let zones = try TemporaryZones()
    try zones.write("Test/Zone")
    let link = zones.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: zones.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(try ZoneDatabase(directory: link).rules(named: "Test/Zone").offset(at: 0) == 3600)
    #expect(try ZoneDatabase(directory: link + "/").rules(named: "Test/Zone").offset(at: 0) == 3600)
  }

  @Test(.timeLimit(.minutes(20)))
  func filesThatAreNoZones() throws {
    let zones = try TemporaryZones()
    #expect(mkfifo(zones.path + "/Test/Pipe", 0o600) == 0)
    try zones.write("Test/Huge", [UInt8](repeating: 0, count: 1 << 20 + 1))
    try zones.write("Test/Text", Array("not a zone\n".utf8))
    try zones.write("Test/Empty", [])
    let database = ZoneDatabase(directory: zones.path)
    let details = [
      "Test/Pipe": "it is not a regular file", "Test/Huge": "it is larger than 1048576 bytes",
      "Test/Text": "it ends after 11 bytes, its header announces 44",
      "Test/Empty": "it ends after 0 bytes, its header announces 44",
    ]
    for (name, detail) in details {
      let error = refusal(of: name, by: database)
      #expect(error?.code == .damagedZoneFile)
      #expect(error?.detail == detail)
    }
    #expect(refusal(of: "Test", by: database)?.code == .unknownZone)
    #expect(refusal(of: "Test/Text/More", by: database)?.code == .unknownZone)
    #expect(database.names.isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func filesThatMayNotBeRead() throws {
    let zones = try TemporaryZones()
    try zones.write("Test/Secret")
    #expect(chmod(zones.path + "/Test/Secret", 0) == 0)
    let error = refusal(of: "Test/Secret", by: ZoneDatabase(directory: zones.path))
    #expect(error?.code == .damagedZoneFile)
  }

  @Test func placesAreTriedInOrder() throws {
    let first = try TemporaryZones()
    let second = try TemporaryZones()
    try second.write("UTC")
    #expect(ZoneDatabase(preferred: nil, places: [first.path, second.path]).directory == second.path)
    #expect(ZoneDatabase(preferred: first.path, places: [second.path]).directory == first.path)
    #expect(ZoneDatabase(preferred: "/nowhere", places: [second.path]).directory == second.path)
  }

  @Test(.enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
  func manyTasksShareOneObject() async throws {
    let directory = try #require(ZoneFixtures.database.directory)
    let database = ZoneDatabase(directory: directory)
    try await withThrowingTaskGroup(of: ZoneRules.self) { group in
      for _ in 0..<64 { group.addTask { try database.rules(named: "Europe/Paris") } }
      let shared = try database.rules(named: "Europe/Paris")
      for try await zone in group { #expect(zone === shared) }
    }
  }

  /// A zone file that counts leap seconds, where the system has them.
  private static let leapSecondFile = (ZoneFixtures.database.directory ?? "") + "/right/Europe/Paris"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: leapSecondFile),
      "there is no '\(leapSecondFile)' here"
    )
  )
  func leapSecondFilesAreRefused() throws {
    let path = Self.leapSecondFile
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let error = #expect(throws: CalendarError.self) { try ZoneRules(name: "Europe/Paris", tzif: bytes) }
    #expect(error?.detail?.contains("leap seconds") == true)
  }
}
