import Foundation
import GMSTestSupport
import Testing

@testable import GMSCore

/// An index in a file, and what a file system can do to it.
@Suite struct FilePagesTests {
  private let directory: TemporaryDirectory
  private let fileSystem = FaultyFileSystem()
  private let fixture: IndexFixture

  init() throws {
    directory = try TemporaryDirectory()
    fixture = try IndexFixture(IndexFixture.samples(1200, .many, seed: 41))
    #expect(FileManager.default.createFile(atPath: directory.path("index-0"), contents: Data(fixture.image)))
  }

  private func open() throws -> IndexRunReader { try IndexRunReader(pages("index-0")) }

  private func pages(_ name: String) throws -> FilePages {
    FilePages(HeldFile(try fileSystem.openFile(directory.path(name), for: .reading), fileSystem))
  }

  private func ask(_ run: IndexRunReader, _ query: RecordQuery) throws -> [Int] {
    let none = RowSet(capacity: run.rowCount)
    return try run.rows(run.query(query), dead: none, id: fixture.id).map { Int($0.offset) }
  }

  private func check(_ run: IndexRunReader, _ count: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let none = RowSet(capacity: run.rowCount)
    for _ in 0..<count {
      let query = IndexFixture.query(.many, &random)
      #expect(try ask(run, query) == fixture.answer(query, dead: none))
    }
  }

  @Test func filesAnswerAsMemoryDoes() throws {
    try check(try open(), 20, seed: 42)
  }

  @Test func readsThatBringLessAreMadeAgain() throws {
    for longest in [1000, 4095, 4096, 5000] {
      fileSystem.limitReads(to: longest)
      try check(try open(), 5, seed: 43)
    }
  }

  @Test func aFailedReadIsDamageAndIsNotKept() throws {
    let query = RecordQuery(.callback, services: ["Sales"], order: .due)
    let expected = fixture.answer(query, dead: RowSet(capacity: 1200))
    var failures = 0
    for call in 1...200 {
      fileSystem.arm(nil)
      fileSystem.arm(FaultyFileSystem.Plan(.fails(.inputOutput), at: call, lasting: false, only: .read))
      do {
        let run = try open()
        do throws(IndexDamage) {
          _ = try run.rows(try run.query(query), dead: RowSet(capacity: 1200), id: fixture.id)
        } catch {
          failures += 1
          #expect(error == .unreadable(.inputOutput))
        }
        #expect(try ask(run, query) == expected)
      } catch let damage as IndexDamage {
        failures += 1
        #expect(damage == .unreadable(.inputOutput))
      }
      if !fileSystem.hasFired { break }
    }
    #expect(failures > 3)
    #expect(!fileSystem.hasFired, "The calls were not all tried")
  }

  @Test func aFileThatIsCutWhileItIsOpen() throws {
    let run = try open()
    let handle = try #require(FileHandle(forUpdatingAtPath: directory.path("index-0")))
    try handle.truncate(atOffset: 4096)
    try handle.close()
    #expect(throws: IndexDamage.length) { try run.rows(0..<1200) }
    #expect(throws: IndexDamage.length) { try open() }
  }

  @Test func whatIsNoFileHasNoLength() throws {
    #expect(throws: IndexDamage.length) { try IndexRunReader(pages(".")) }
    fileSystem.arm(FaultyFileSystem.Plan(.fails(.inputOutput), only: .statusOfFile))
    #expect(throws: IndexDamage.unreadable(.inputOutput)) { try open() }
  }
}
