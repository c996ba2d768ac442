package import GMSCore
import Synchronization

/// A process that works on a simulated disk; its calls can be counted, and made to fail.
///
/// It never waits: what it would sleep only moves the disk's clock on.
package final class SimulatedProcess: FileSystem {
  private struct State: Sendable {
    var plan: FaultPlan?
    var longestRead = Int.max
    var calls: [FileSystemCall] = []
    var count = 0
    var fired: Set<FileSystemCall> = []
    var isDead = false
  }

  private let disk: SimulatedDisk
  private let state = Mutex(State())
  package let processIdentifier: Int32

  init(_ number: Int32, on disk: SimulatedDisk) {
    processIdentifier = number
    self.disk = disk
  }

  // MARK: - Faults

  /// Begins to count calls, for a plan; nil makes all work again, but for a dead process.
  package func arm(_ plan: FaultPlan?) {
    state.withLock { state in
      state.plan = plan
      (state.calls, state.count, state.fired) = ([], 0, [])
    }
  }

  /// Makes reads bring at most so many bytes at a time, as the system's may.
  package func limitReads(to count: Int) { state.withLock { $0.longestRead = count } }

  /// The calls since the process began or was last armed, in order.
  package var calls: [FileSystemCall] { state.withLock { $0.calls } }

  /// What the calls did that have gone wrong since the plan was set.
  package var fired: Set<FileSystemCall> { state.withLock { $0.fired } }

  /// Whether a call has gone wrong since the plan was set.
  package var hasFired: Bool { !fired.isEmpty }

  /// Ends the process at once: its files are closed, its locks are free, and each further call fails.
  package func kill() {
    state.withLock { $0.isDead = true }
    disk.perform { $0.end(process: processIdentifier) }
  }

  /// How many files it has open.
  package var openFileCount: Int { disk.perform { $0.openFiles(of: processIdentifier).count } }

  /// Counts a call, and answers what goes wrong with it.
  private func fault(_ call: FileSystemCall) throws(SystemError) -> FileSystemFault? {
    let (isDead, fault) = state.withLock { state -> (Bool, FileSystemFault?) in
      if state.isDead { return (true, nil) }
      state.calls.append(call)
      guard let plan = state.plan, plan.call == nil || plan.call == call else { return (false, nil) }
      state.count += 1
      guard plan.isLasting ? state.count >= plan.first : state.count == plan.first else {
        return (false, nil)
      }
      state.fired.insert(call)
      return (false, plan.fault)
    }
    if isDead { throw .processDied }
    if fault == .crash {
      kill()
      throw .processDied
    }
    return fault
  }

  private func perform<Value: Sendable>(
    _ call: FileSystemCall,
    failing fail: (inout DiskTree) -> Void = { _ in },
    _ body: (inout DiskTree) throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    switch try fault(call) {
    case nil, .short?, .crash?: return try disk.perform(body)
    case .fails(let error)?, .tornWrite(let error)?:
      disk.perform(fail)
      throw error
    case .failsAfterwards(let error)?:
      _ = try disk.perform(body)
      throw error
    }
  }

  // MARK: - FileSystem

  package func openFile(_ path: String, for purpose: FilePurpose) throws(SystemError) -> OpenFile {
    let call: FileSystemCall =
      switch purpose {
      case .reading: .open
      case .writingNew: .openNew
      case .updating: .openUpdating
      case .locking: .openLock
      }
    let fault = try fault(call)
    if case .fails(let error)? = fault { throw error }
    if case .tornWrite(let error)? = fault { throw error }
    let file = try disk.perform { tree throws(SystemError) in
      try tree.open(path, for: purpose, process: processIdentifier)
    }
    if case .failsAfterwards(let error)? = fault {
      // The file may have been made, but who is told of a failure gets no number to close.
      try disk.perform { tree throws(SystemError) in try tree.close(file) }
      throw error
    }
    return file
  }

  package func closeFile(_ file: OpenFile) throws(SystemError) {
    try perform(.close, failing: { try? $0.close(file) }) { tree throws(SystemError) in try tree.close(file) }
  }

  package func readFile(
    _ file: OpenFile,
    at offset: Int64,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    let fault = try fault(.read)
    if case .fails(let error)? = fault { throw error }
    if case .tornWrite(let error)? = fault { throw error }
    var count = min(buffer.count, state.withLock { $0.longestRead })
    if fault == .short { count = SimulatedProcess.half(count) }
    let bytes = try disk.perform { tree throws(SystemError) in
      try tree.read(file, at: offset, count: count)
    }
    if case .failsAfterwards(let error)? = fault { throw error }
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  private static func half(_ count: Int) -> Int { min(count, max(1, count / 2)) }

  package func writeFile(
    _ file: OpenFile,
    at offset: Int64,
    _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Int {
    let half = Array(bytes.prefix(SimulatedProcess.half(bytes.count)))
    let all = Array(bytes)
    func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
      try disk.perform { tree throws(SystemError) in try tree.write(file, at: offset, bytes) }
    }
    switch try fault(.write) {
    case nil, .crash?: return try write(all)
    case .short?: return try write(half)
    case .fails(let error)?: throw error
    case .failsAfterwards(let error)?:
      _ = try write(all)
      throw error
    case .tornWrite(let error)?:
      _ = try write(half)
      throw error
    }
  }

  package func truncateFile(_ file: OpenFile, to length: Int64) throws(SystemError) {
    try perform(.truncate) { tree throws(SystemError) in try tree.truncate(file, to: length) }
  }

  package func syncFile(_ file: OpenFile) throws(SystemError) {
    try perform(.sync, failing: { $0.failSync(file) }) { tree throws(SystemError) in try tree.sync(file) }
  }

  package func syncData(_ file: OpenFile) throws(SystemError) {
    try perform(.syncData, failing: { $0.failSync(file) }) { tree throws(SystemError) in try tree.sync(file) }
  }

  package func syncDirectory(_ path: String) throws(SystemError) {
    try perform(.syncDirectory) { tree throws(SystemError) in try tree.syncDirectory(path) }
  }

  package func renameFile(_ path: String, to newPath: String) throws(SystemError) {
    try perform(.rename) { tree throws(SystemError) in try tree.rename(path, to: newPath) }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    try perform(.remove) { tree throws(SystemError) in try tree.remove(path) }
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    try perform(.makeDirectory) { tree throws(SystemError) in try tree.make(.directory, at: path) }
  }

  package func listDirectory(_ path: String) throws(SystemError) -> [String] {
    try perform(.list) { tree throws(SystemError) in try tree.list(path) }
  }

  package func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    try perform(.statusOfFile) { tree throws(SystemError) in try tree.status(of: file) }
  }

  package func status(at path: String) throws(SystemError) -> FileStatus? {
    try perform(.statusAtPath) { tree throws(SystemError) in try tree.status(at: path) }
  }

  package func setPermissions(_ file: OpenFile, to permissions: UInt32) throws(SystemError) {
    try perform(.setPermissions) { tree throws(SystemError) in
      try tree.update(file) { $0.permissions = permissions }
    }
  }

  package func setOwner(_ file: OpenFile, to owner: UInt32, group: UInt32) throws(SystemError) {
    try perform(.setOwner) { tree throws(SystemError) in
      try tree.update(file) { ($0.owner, $0.group) = (owner, group) }
    }
  }

  package func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    try perform(.lock) { tree throws(SystemError) in try tree.tryLock(file) }
  }

  package func unlock(_ file: OpenFile) throws(SystemError) {
    try perform(.unlock) { tree throws(SystemError) in try tree.unlock(file) }
  }

  package func pause(milliseconds: Int) {
    disk.perform { $0.clock += Int64(milliseconds) * 1_000_000 }
  }
}
