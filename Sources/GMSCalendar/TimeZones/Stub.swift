public final class ZoneRules: Sendable {
  public let name: String
  public static let utc = ZoneRules(name: "UTC", fixedOffset: 0)
  let off: Int
  public init(name: String, fixedOffset: Int) { self.name = name; off = fixedOffset }
  package struct OffsetSpan: Sendable { package var start: Int64; package var end: Int64; package var offset: Int }
  package func offset(at second: Int64) -> Int { off }
  package func offsetSpan(at second: Int64) -> OffsetSpan { OffsetSpan(start: .min, end: .max, offset: off) }
  package func start(ofLocal s: Int64) -> Int64 { s - Int64(off) }
  package func end(ofLocal s: Int64) -> Int64 { s - Int64(off) }
}
public final class ZoneDatabase: Sendable {
  public static let system = ZoneDatabase()
  public func rules(named: String) throws(CalendarError) -> ZoneRules { .utc }
}
