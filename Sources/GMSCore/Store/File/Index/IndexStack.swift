struct RowSet: Sendable { mutating func insert(_ n: Int) {} }
struct IndexDamage: Error {}
final class IndexStack: Sendable {
  static let longest = 8
  let end: LogEnd
  var isEmpty: Bool { true }
  var configurationChanges: [UInt64] { [] }
  init(_ log: LogFile) { end = log.start }
  convenience init(opening: StoreDirectory, _ log: LogFile, upTo: UInt64) { self.init(log) }
  func killedRows() throws -> [RowSet] { [] }
  func locate(_ name: RecordName, _ source: LineSource) throws -> LocatedRow? { nil }
  func count(_ query: RecordQuery, _ dead: [RowSet]) throws -> Int { 0 }
  func times(_ query: RecordQuery, _ dead: [RowSet], _ source: LineSource) throws -> [Int64] { [] }
  func rows(_ query: RecordQuery, _ dead: [RowSet], _ source: LineSource) throws -> [[IndexRow]] { [] }
}
enum IndexMaker {
  static func inMemory(_ log: LogFile, on index: IndexStack, to end: LogEnd) throws(CoreError) -> IndexStack { index }
}
extension StoreDirectory { func indexIfDue(_ view: LogView) -> LogView? { nil } }
