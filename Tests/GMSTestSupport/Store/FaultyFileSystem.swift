package import GMSCore
import Synchronization

/// The machine's file system, of which calls can be made to fail.
package final class FaultyFileSystem: FileSystem {
  /// What goes wrong at a call.
  package enum Fault: Hashable, Sendable {
    /// The call does nothing, and fails.
    case fails(SystemError)
    /// The call does what it should, and fails all the same.
    case failsAfterwards(SystemError)
    /// A write writes half of its bytes; other calls do what they should.
    case shortWrite
    /// A write writes half of its bytes, and fails; other calls fail.
    case tornWrite(SystemError)
  }

  /// The calls, by what they do.
  package enum Call: String, CaseIterable, Sendable {
    case open, openNew, openUpdating, openLock, close, read, write, truncate, sync, syncData, syncDirectory,
      rename, remove
    case makeDirectory, list, statusOfFile, statusAtPath, setPermissions, setOwner, lock, unlock
  }

  /// Which calls go wrong, and how.
  package struct Plan: Sendable {
    /// What goes wrong.
    package var fault: Fault
    /// The first call that goes wrong, counted from 1.
    package var first: Int
    /// Whether all later ones go wrong, too.
    package var isLasting: Bool
    /// Only calls that do this are counted; nil for all.
    package var call: Call?

    /// A plan from its parts.
    package init(_ fault: Fault, at first: Int = 1, lasting isLasting: Bool = true, only call: Call? = nil) {
      self.fault = fault
      self.first = first
      self.isLasting = isLasting
      self.call = call
    }
  }

  private struct State: Sendable {
    var plan: Plan?
    var count = 0
    var hasFired = false
  }

  private let local = LocalFileSystem()
  private let state = Mutex(State())

  /// A file system that works.
  package init() {}

  /// Begins to count calls, for a plan; nil makes all work again.
  package func arm(_ plan: Plan?) { state.withLock { $0 = State(plan: plan) } }

  /// Whether a call has gone wrong since the plan was set.
  package var hasFired: Bool { state.withLock { $0.hasFired } }

  /// Counts a call, and answers what goes wrong with it.
  private func fault(_ call: Call) -> Fault? {
    state.withLock { state in
      guard let plan = state.plan, plan.call == nil || plan.call == call else { return nil }
      state.count += 1
      guard plan.isLasting ? state.count >= plan.first : state.count == plan.first else { return nil }
      state.hasFired = true
      return plan.fault
    }
  }

  private func perform<Result>(
    _ call: Call,
    _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    switch fault(call) {
    case nil, .shortWrite?: return try body()
    case .fails(let error)?, .tornWrite(let error)?: throw error
    case .failsAfterwards(let error)?:
      _ = try body()
      throw error
    }
  }

  package var processIdentifier: Int32 { local.processIdentifier }

  package func openFile(_ path: String, for purpose: FilePurpose) throws(SystemError) -> OpenFile {
    let call: Call =
      switch purpose {
      case .reading: .open
      case .writingNew: .openNew
      case .updating: .openUpdating
      case .locking: .openLock
      }
    return try perform(call) { () throws(SystemError) in try local.openFile(path, for: purpose) }
  }

  package func closeFile(_ file: OpenFile) throws(SystemError) {
    // Even a failing close must not leak the descriptor, as on Linux.
    if case .fails(let error)? = fault(.close) {
      try local.closeFile(file)
      throw error
    }
    try local.closeFile(file)
  }

  package func readFile(
    _ file: OpenFile,
    at offset: Int64,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    try perform(.read) { () throws(SystemError) in try local.readFile(file, at: offset, into: buffer) }
  }

  package func writeFile(
    _ file: OpenFile,
    at offset: Int64,
    _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Int {
    let half = UnsafeRawBufferPointer(rebasing: bytes.prefix(max(1, bytes.count / 2)))
    switch fault(.write) {
    case nil: return try local.writeFile(file, at: offset, bytes)
    case .shortWrite?: return try local.writeFile(file, at: offset, half)
    case .fails(let error)?: throw error
    case .failsAfterwards(let error)?:
      _ = try local.writeFile(file, at: offset, bytes)
      throw error
    case .tornWrite(let error)?:
      _ = try local.writeFile(file, at: offset, half)
      throw error
    }
  }

  package func truncateFile(_ file: OpenFile, to length: Int64) throws(SystemError) {
    try perform(.truncate) { () throws(SystemError) in try local.truncateFile(file, to: length) }
  }

  package func syncFile(_ file: OpenFile) throws(SystemError) {
    try perform(.sync) { () throws(SystemError) in try local.syncFile(file) }
  }

  package func syncData(_ file: OpenFile) throws(SystemError) {
    try perform(.syncData) { () throws(SystemError) in try local.syncData(file) }
  }

  package func syncDirectory(_ path: String) throws(SystemError) {
    try perform(.syncDirectory) { () throws(SystemError) in try local.syncDirectory(path) }
  }

  package func renameFile(_ path: String, to newPath: String) throws(SystemError) {
    try perform(.rename) { () throws(SystemError) in try local.renameFile(path, to: newPath) }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    try perform(.remove) { () throws(SystemError) in try local.removeFile(path) }
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    try perform(.makeDirectory) { () throws(SystemError) in try local.makeDirectory(path) }
  }

  package func listDirectory(_ path: String) throws(SystemError) -> [String] {
    try perform(.list) { () throws(SystemError) in try local.listDirectory(path) }
  }

  package func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    try perform(.statusOfFile) { () throws(SystemError) in try local.status(of: file) }
  }

  package func status(at path: String) throws(SystemError) -> FileStatus? {
    try perform(.statusAtPath) { () throws(SystemError) in try local.status(at: path) }
  }

  package func setPermissions(_ file: OpenFile, to permissions: UInt32) throws(SystemError) {
    try perform(.setPermissions) { () throws(SystemError) in
      try local.setPermissions(file, to: permissions)
    }
  }

  package func setOwner(_ file: OpenFile, to owner: UInt32, group: UInt32) throws(SystemError) {
    try perform(.setOwner) { () throws(SystemError) in try local.setOwner(file, to: owner, group: group) }
  }

  package func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    try perform(.lock) { () throws(SystemError) in try local.tryLock(file) }
  }

  package func unlock(_ file: OpenFile) throws(SystemError) {
    try perform(.unlock) { () throws(SystemError) in try local.unlock(file) }
  }

  package func pause(milliseconds: Int) { local.pause(milliseconds: milliseconds) }
}
