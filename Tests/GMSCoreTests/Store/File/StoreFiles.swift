import Foundation
import GMSCore
import GMSTestSupport
import Synchronization

/// A directory for one store, of which tests look at the files and change them behind its back.
final class StoreFiles: Sendable {
  static let log = "records.jsonl"
  static let document = "store.json"
  static let lock = "lock"

  private let directory: TemporaryDirectory
  let path: String
  private let heard = Mutex<[String]>([])

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path("store")
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// A path beside the store.
  func beside(_ name: String) -> String { directory.path(name) }

  // MARK: - The store

  @discardableResult
  func create(
    _ configuration: Configuration = Configuration(),
    time: Date = StoreChange.test.time,
    tuning: StoreTuning = StoreTuning()
  ) throws -> FileStore {
    try FileStore.create(
      at: path,
      configuration: configuration,
      time: time,
      fileSystem: LocalFileSystem(),
      tuning: tuning
    )
    return try open(tuning: tuning)
  }

  /// Opens the store; its notices are kept.
  func open(
    lockTimeout: Duration = .zero,
    tuning: StoreTuning = StoreTuning(),
    fileSystem: any FileSystem = LocalFileSystem()
  ) throws(CoreError) -> FileStore {
    try FileStore(
      opening: path,
      lockTimeout: lockTimeout,
      notify: { [self] in hear($0) },
      fileSystem: fileSystem,
      tuning: tuning
    )
  }

  func open(asOf instant: Date?, tuning: StoreTuning = StoreTuning()) throws(CoreError) -> FileStore {
    try FileStore(
      opening: path,
      asOf: instant,
      notify: { [self] in hear($0) },
      fileSystem: LocalFileSystem(),
      tuning: tuning
    )
  }

  private func hear(_ notice: StoreNotice) { heard.withLock { $0.append(notice.description) } }

  /// The notices since this was asked the last time.
  func notices() -> [String] {
    heard.withLock { heard in
      defer { heard = [] }
      return heard
    }
  }

  // MARK: - Files

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func bytes(_ name: String = StoreFiles.log) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(_ name: String = StoreFiles.log) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The lines of the log, without their line feeds.
  func lines() throws -> [String] {
    try text().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Writes over a file, which stays the same file.
  func overwrite(_ name: String = StoreFiles.log, with bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// Puts another file in the place of one.
  func replace(_ name: String = StoreFiles.log, with bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
  }

  func edit(_ name: String = StoreFiles.log, _ change: (inout [UInt8]) throws -> Void) throws {
    var bytes = try bytes(name)
    try change(&bytes)
    try overwrite(name, with: bytes)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  func setPermissions(_ permissions: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(name))
  }

  /// The bytes of all files but the lock's.
  func everything() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try names() where name != StoreFiles.lock { found[name] = try bytes(name) }
    return found
  }

  /// Puts back what `everything` answered, and removes what was not there.
  func restore(_ files: [String: [UInt8]]) throws {
    for name in try names() where files[name] == nil && name != StoreFiles.lock { try remove(name) }
    for (name, bytes) in files { try replace(name, with: bytes) }
    // It would tell that more was there.
    if exists(StoreFiles.lock) { try remove(StoreFiles.lock) }
  }

  /// What was set aside, file by file.
  func setAside() throws -> [[UInt8]] {
    try names().filter { $0.hasPrefix("set-aside-") }.map { try bytes($0) }
  }
}
