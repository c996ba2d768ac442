import Foundation
import GMSCore
import GMSTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that is no regular file stands in place of one of a store's files.
@Suite(.timeLimit(.minutes(20))) struct StoreObstacleTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  enum Obstacle: String, CaseIterable, Sendable {
    case directory = "a directory"
    case symbolicLink = "a symbolic link"
    case danglingLink = "a link to nothing"
    case pipe = "a pipe"

    /// What the store says of it.
    var reason: String {
      switch self {
      case .directory: "a directory stands in its place"
      case .symbolicLink, .danglingLink: "a symbolic link stands in its place"
      case .pipe: "something that is no regular file stands in its place"
      }
    }
  }

  /// Puts an obstacle in the place of a file, which it keeps for a link to lead to.
  private func put(_ obstacle: Obstacle, at name: String) throws {
    let (path, kept) = (files.path(name), files.beside("kept"))
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.moveItem(atPath: path, toPath: kept)
    }
    switch obstacle {
    case .directory:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .symbolicLink: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: kept)
    case .danglingLink:
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/at/all")
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    }
  }

  /// What stands at a path: its kind, and where a link leads.
  private func kind(of name: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: files.path(name))[.type] as? FileAttributeType
  }

  @Test(arguments: Obstacle.allCases) func inPlaceOfTheDocument(_ obstacle: Obstacle) throws {
    let store = try files.create()
    let log = try files.bytes()
    try put(obstacle, at: StoreFiles.document)
    let standing = try kind(of: StoreFiles.document)
    let expected = CoreError(
      .storeDamaged,
      ["path": files.path(StoreFiles.document), "reason": obstacle.reason]
    )
    #expect(throws: expected) { try files.open() }
    // An instance that is open refuses as well, and none of them replaces it.
    #expect(throws: expected) { try store.put(.test("1-a")) }
    let creating = #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    #expect(creating?.code == .storeExists)
    #expect(try files.bytes() == log)
    #expect(try kind(of: StoreFiles.document) == standing)
  }

  @Test(arguments: Obstacle.allCases) func inPlaceOfTheLog(_ obstacle: Obstacle) throws {
    let store = try files.create()
    let document = try files.bytes(StoreFiles.document)
    try put(obstacle, at: StoreFiles.log)
    let standing = try kind(of: StoreFiles.log)
    let expected = CoreError(.storeDamaged, ["path": files.path(StoreFiles.log), "reason": obstacle.reason])
    #expect(throws: expected) { try files.open() }
    #expect(throws: expected) { try store.contents() }
    #expect(throws: expected) { try store.put(.test("1-a")) }
    #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    #expect(try files.bytes(StoreFiles.document) == document)
    #expect(try kind(of: StoreFiles.log) == standing)
  }

  @Test(arguments: Obstacle.allCases) func inPlaceOfTheLock(_ obstacle: Obstacle) throws {
    try files.create()
    let before = try files.everything()
    try put(obstacle, at: StoreFiles.lock)
    let standing = try kind(of: StoreFiles.lock)
    let store = try files.open()
    #expect(try store.contents().sequence == 0)
    let expected =
      obstacle == .directory
      ? CoreError(.storeUnwritable, ["path": files.path, "reason": "it is a directory"])
      : CoreError(.storeDamaged, ["path": files.path(StoreFiles.lock), "reason": obstacle.reason])
    #expect(throws: expected) { try store.put(.test("1-a")) }
    #expect(try store.contents().sequence == 0)
    #expect(try store.information().lockHolder == nil)
    #expect(try kind(of: StoreFiles.lock) == standing)
    try FileManager.default.removeItem(atPath: files.path(StoreFiles.lock))
    #expect(try files.everything() == before)
  }

  @Test(arguments: Obstacle.allCases) func inPlaceOfAnIndexFile(_ obstacle: Obstacle) throws {
    let tuning = StoreTuning.small[1]
    let store = try files.create(tuning: tuning)
    for number in 0..<5 { try store.put(.test("1-\(number)", time: Double(number))) }
    #expect(files.exists("index-0"))
    let expected = try store.contents()
    try put(obstacle, at: "index-0")
    let outside = try? Data(contentsOf: URL(fileURLWithPath: files.beside("kept")))
    let again = try files.open(tuning: tuning)
    #expect(try again.contents() == expected)
    #expect(files.notices() == [])
    for number in 5..<10 { try again.put(.test("1-\(number)", time: Double(number))) }
    #expect(try files.open(tuning: tuning).contents() == store.contents())
    #expect(try store.contents().records.count == 10)
    // Nothing was written through a link.
    #expect((try? Data(contentsOf: URL(fileURLWithPath: files.beside("kept")))) == outside)
    if obstacle != .directory { #expect(try files.permissions("index-0") == 0o600) }
  }
}
