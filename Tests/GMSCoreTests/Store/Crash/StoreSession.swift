import GMSCore
import GMSTestSupport

/// A process that works on the store of a simulated disk, with one instance that stays open.
///
/// All stores of the crash tests are made and opened here.
struct StoreSession {
  /// Where the store is.
  static let path = "/store"
  /// What is there as soon as there is a store.
  static let document = "\(path)/store.json"
  /// What writers append to, in stores that have it.
  static let log = "\(path)/records.jsonl"

  /// What writers lock; it may say something of them.
  static let lock = "\(path)/lock"

  /// Whether stores are of the form that has a log; of the one before, which was one document, less is asked.
  static let hasLog: Bool = {
    let disk = SimulatedDisk()
    var session = StoreSession(on: disk)
    try? session.create(Configuration())
    return disk.files[log] != nil
  }()

  let process: SimulatedProcess
  private(set) var store: FileStore?

  /// A new process on a disk.
  init(on disk: SimulatedDisk) { process = disk.process() }

  /// The instance that is open; it is opened where need be.
  mutating func open() throws -> FileStore {
    if let store { return store }
    let opened = try FileStore(opening: StoreSession.path, lockTimeout: .zero, fileSystem: process)
    store = opened
    return opened
  }

  /// Makes a store, and keeps the instance open.
  mutating func create(_ configuration: Configuration) throws {
    store = try FileStore.create(
      at: StoreSession.path,
      configuration: configuration,
      lockTimeout: .zero,
      fileSystem: process
    )
  }

  /// Lets the instance go, which closes its files.
  mutating func close() { store = nil }

  /// What a disk's store holds for a process that comes anew; nil when there is no store.
  ///
  /// A log without a document is no store, too, when one can be made in its place.
  static func contents(of disk: SimulatedDisk) throws -> ExactContents? {
    do {
      var session = StoreSession(on: disk)
      return try ExactContents(session.open())
    } catch let error as CoreError where error.code == .storeMissing {
      return nil
    } catch let error as CoreError where error.code == .storeDamaged && error["path"] == document {
      if disk.files[document] != nil { throw error }
      var other = StoreSession(on: disk.copy())
      do { try other.create(Configuration()) } catch is CoreError { throw error }
      return nil
    }
  }
}
