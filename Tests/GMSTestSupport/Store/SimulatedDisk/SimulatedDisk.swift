package import GMSCore
import Synchronization

/// A disk in memory, for several processes, which knows what of it a loss of power would leave.
///
/// It is as hard on programs as a disk may be. What is written and not synced may be lost, wholly, in part, or
/// out of order. Each name is lost until its directory is synced, also that of a synced file. The number of a
/// file that is gone is given to the next new one at once, and the times of files stand still.
/// `FaultyFileSystem` is for faults where the machine's own files, links and locks matter; it loses nothing.
///
///     let disk = SimulatedDisk()
///     let process = disk.process()
///     let store = try FileStore.create(at: "/store", fileSystem: process)
///     process.arm(FaultPlan(.crash, at: 7))
///     …
///     var random = SeededGenerator(seed: 1)
///     for image in disk.crashImages(&random) { let next = image.disk.process() … }
package final class SimulatedDisk: Sendable {
  private struct State: Sendable {
    var tree: DiskTree
    var nextProcess: Int32 = 1000
  }

  private let state: Mutex<State>

  /// An empty disk.
  package convenience init() { self.init(DiskTree()) }

  private init(_ tree: DiskTree) { state = Mutex(State(tree: tree)) }

  /// Makes system calls on the tree.
  func perform<Value: Sendable, Failure: Error>(
    _ body: (inout DiskTree) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let outcome: Result<Value, Failure> = state.withLock { state in
      do throws(Failure) { return .success(try body(&state.tree)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  // MARK: - Processes

  /// A new process that works on the disk.
  package func process() -> SimulatedProcess {
    let number = state.withLock { state in
      state.nextProcess += 1
      return state.nextProcess
    }
    return SimulatedProcess(number, on: self)
  }

  // MARK: - Copies

  /// A disk like this one at this moment, with what is not synced on it, and without processes: as if all of
  /// them had been killed, or had ended, and the machine runs on.
  package func copy() -> SimulatedDisk {
    var tree = perform { $0 }
    tree.endAll()
    return SimulatedDisk(tree)
  }

  /// The disk after a loss of power at this moment; this one stays as it is.
  package func crashed(_ survival: Survival, _ random: inout SeededGenerator) -> SimulatedDisk {
    SimulatedDisk(perform { $0 }.crashed(survival, &random))
  }

  /// The disk after a loss of power at this moment, of which nothing is left that was not synced.
  package func crashed() -> SimulatedDisk {
    var random = SeededGenerator(seed: 0)
    return crashed(.nothing, &random)
  }

  /// Disks as a machine could come up with after a loss of power at this moment.
  ///
  /// - Parameters:
  ///   - random: where the random ones come from.
  ///   - tears: at how many places the last write of each file is torn; at every byte where it has no more.
  ///   - draws: how many random ones of each kind are tried.
  /// - Returns: the disks, no two of them the same; one where everything is synced.
  package func crashImages(
    _ random: inout SeededGenerator,
    tears: Int = 16,
    draws: Int = 8
  ) -> [CrashImage] {
    let tree = perform { $0 }
    var survivals = [Survival.nothing]
    if tree.hasUnsynced {
      survivals += [.everything, .names, .bytes, .lengths, .onlyLast]
      for (file, write) in tree.unsyncedWrites.enumerated() {
        var counts = Set(0..<write.count)
        if write.count > tears {
          // The ends of lines are where mistakes are.
          counts = [0, 1, write.count - 2, write.count - 1]
          while counts.count < tears { counts.insert(Int.random(in: 0..<write.count, using: &random)) }
        }
        survivals += counts.sorted().map { .torn(file: file, bytes: $0) }
      }
      for _ in 0..<draws { survivals += [.prefix, .anything] }
    }
    var seen: Set<[String: [UInt8]]> = []
    var images: [CrashImage] = []
    for survival in survivals {
      let image = tree.crashed(survival, &random)
      if seen.insert(image.files).inserted {
        images.append(CrashImage(survival: survival, disk: SimulatedDisk(image)))
      }
    }
    return images
  }

  // MARK: - What is there

  /// The bytes of all files, by path; a directory is there with its path and a slash, and has none.
  package var files: [String: [UInt8]] { perform { $0.files } }

  /// Whether anything is not synced.
  package var hasUnsynced: Bool { perform { $0.hasUnsynced } }

  /// Puts a file at a path, in place of what is there, as another program would; all of the disk is synced then.
  package func place(_ bytes: [UInt8], at path: String) throws(SystemError) {
    try perform { tree throws(SystemError) in
      if try tree.status(at: path) != nil { try tree.remove(path) }
      let file = try tree.open(path, for: .writingNew, process: 0)
      _ = try tree.write(file, at: 0, bytes)
      try tree.close(file)
      tree.syncAll()
    }
  }

  /// Puts a directory, a symbolic link that leads nowhere, or a pipe at a path where nothing is.
  package func place(_ kind: FileStatus.Kind, at path: String) throws(SystemError) {
    try perform { tree throws(SystemError) in
      try tree.make(kind, at: path)
      tree.syncAll()
    }
  }
}
