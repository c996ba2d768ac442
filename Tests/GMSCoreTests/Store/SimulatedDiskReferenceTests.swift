import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The simulated disk against the machine's own file system: the same calls have the same answers.
@Suite struct SimulatedDiskReferenceTests {
  @Test func randomCallsHaveTheSameAnswers() throws {
    var count = 0
    for seed in 0..<60 as Range<UInt64> {
      let directory = try TemporaryDirectory()
      let disk = SimulatedDisk()
      var walk = Walk(directory.path, disk, seed: seed)
      for _ in 0..<150 {
        let (call, real, simulated) = try walk.step()
        count += 1
        guard real == simulated else {
          Issue.record("seed \(seed), \(call): the system answers '\(real)', the disk '\(simulated)'")
          break
        }
      }
      walk.end()
    }
    print("simulated disk against the machine's file system: \(count) calls")
    #expect(count > 8500)
  }

  /// Random calls on both.
  private struct Walk {
    let local = LocalFileSystem()
    let simulated: SimulatedProcess
    let root: String
    var random: SeededGenerator
    /// Files that are open on both.
    var open: [(real: OpenFile, simulated: OpenFile)] = []

    init(_ root: String, _ disk: SimulatedDisk, seed: UInt64) {
      self.root = root
      simulated = disk.process()
      random = SeededGenerator(seed: seed)
    }

    func end() { for file in open { try? local.closeFile(file.real) } }

    private static let paths = ["/a", "/b", "/c", "/d", "/d/a", "/d/b", "/e/a", "/a/x", "/none/a"]

    private mutating func path() -> String {
      Walk.paths[Int.random(in: 0..<Walk.paths.count, using: &random)]
    }

    private func answer<Value>(_ body: () throws(SystemError) -> Value) -> String {
      do throws(SystemError) { return "\(try body())" } catch { return "error \(error.number)" }
    }

    private func kind(_ status: FileStatus?) -> String {
      guard let status else { return "nothing" }
      // The length of a directory is the file system's own affair.
      return "\(status.kind), \(status.kind == .regular ? status.size : 0), \(status.permissions)"
    }

    /// Makes one call on both; answers what both said.
    mutating func step() throws -> (call: String, real: String, simulated: String) {
      let choice = Int.random(in: 0..<14, using: &random)
      if choice < 3 { return openFile() }
      if choice >= 8 { return onNames(choice) }
      guard !open.isEmpty else { return ("none", "", "") }
      return onFile(choice, Int.random(in: 0..<open.count, using: &random))
    }

    private mutating func openFile() -> (String, String, String) {
      let path = path()
      let purposes: [FilePurpose] = [.reading, .writingNew, .updating, .locking]
      let purpose = purposes[Int.random(in: 0..<4, using: &random)]
      let call = "open \(path) for \(purpose)"
      let (first, second): (Result<OpenFile, SystemError>, Result<OpenFile, SystemError>) = (
        result { () throws(SystemError) in try local.openFile(root + path, for: purpose) },
        result { () throws(SystemError) in try simulated.openFile(path, for: purpose) }
      )
      switch (first, second) {
      case (.success(let real), .success(let copy)):
        open.append((real, copy))
        return (call, "opened", "opened")
      case (.failure(let real), .failure(let copy)):
        return (call, "error \(real.number)", "error \(copy.number)")
      case (.success, .failure(let copy)): return (call, "opened", "error \(copy.number)")
      case (.failure(let real), .success): return (call, "error \(real.number)", "opened")
      }
    }

    private func result(_ body: () throws(SystemError) -> OpenFile) -> Result<OpenFile, SystemError> {
      do throws(SystemError) { return .success(try body()) } catch { return .failure(error) }
    }

    private mutating func onFile(_ choice: Int, _ index: Int) -> (String, String, String) {
      let file = open[index]
      let offset = Int64.random(in: -1...20, using: &random)
      let length = Int.random(in: 0...10, using: &random)
      switch choice {
      case 3:
        let bytes = (0..<length).map { _ in UInt8.random(in: 65...90, using: &random) }
        return both("write \(length) at \(offset) to \(index)", file) { system, file throws(SystemError) in
          "\(try write(bytes, system, file, offset))"
        }
      case 4:
        return both("read \(length) at \(offset) of \(index)", file) { system, file throws(SystemError) in
          try read(length, system, file, offset)
        }
      case 5:
        return both("truncate \(index) to \(offset)", file) { system, file throws(SystemError) in
          try system.truncateFile(file, to: offset)
          return "done"
        }
      case 6:
        var (call, real, copy) = both("lock \(index)", file, lock)
        // A process that another test is starting holds our open files, and their locks, until it is another program.
        for _ in 0..<200 where real != copy && real.hasPrefix("false") {
          usleep(5_000)
          real = answer { () throws(SystemError) in try lock(local, file.real) }
        }
        return (call, real, copy)
      default:
        if offset % 2 == 0 {
          return both("unlock \(index)", file) { system, file throws(SystemError) in
            try system.unlock(file)
            try system.syncFile(file)
            return "done"
          }
        }
        open.remove(at: index)
        return both("close \(index)", file) { system, file throws(SystemError) in
          try system.closeFile(file)
          return "done"
        }
      }
    }

    private func lock(_ system: any FileSystem, _ file: OpenFile) throws(SystemError) -> String {
      "\(try system.tryLock(file)), \(kind(try system.status(of: file)))"
    }

    private func both(
      _ call: String,
      _ file: (real: OpenFile, simulated: OpenFile),
      _ body: (any FileSystem, OpenFile) throws(SystemError) -> String
    ) -> (String, String, String) {
      (
        call,
        answer { () throws(SystemError) in try body(local, file.real) },
        answer { () throws(SystemError) in try body(simulated, file.simulated) }
      )
    }

    private func write(_ bytes: [UInt8], _ system: any FileSystem, _ file: OpenFile, _ offset: Int64)
      throws(SystemError) -> Int
    {
      var outcome: Result<Int, SystemError> = .success(0)
      bytes.withUnsafeBytes { bytes in
        do throws(SystemError) {
          outcome = .success(try system.writeFile(file, at: offset, bytes))
        } catch {
          outcome = .failure(error)
        }
      }
      return try outcome.get()
    }

    private func read(_ count: Int, _ system: any FileSystem, _ file: OpenFile, _ offset: Int64)
      throws(SystemError) -> String
    {
      var outcome: Result<Int, SystemError> = .success(0)
      var bytes = [UInt8](repeating: 0, count: count)
      bytes.withUnsafeMutableBytes { bytes in
        do throws(SystemError) {
          outcome = .success(try system.readFile(file, at: offset, into: bytes))
        } catch {
          outcome = .failure(error)
        }
      }
      return "\(bytes[..<(try outcome.get())])"
    }

    private mutating func onNames(_ choice: Int) -> (String, String, String) {
      let (first, second) = (path(), path())
      func both(_ call: String, _ body: (any FileSystem, String) throws(SystemError) -> String)
        -> (String, String, String)
      {
        (
          call,
          answer { () throws(SystemError) in try body(local, root) },
          answer { () throws(SystemError) in try body(simulated, "") }
        )
      }
      switch choice {
      case 8:
        // Only inside one directory; anything else the simulated disk refuses.
        let name = String(second.suffix(2))
        let parent = first.dropLast(2)
        return both("rename \(first) to \(parent)\(name)") { system, root throws(SystemError) in
          try system.renameFile(root + first, to: root + parent + name)
          return "done"
        }
      case 9:
        return both("remove \(first)") { system, root throws(SystemError) in
          try system.removeFile(root + first)
          return "done"
        }
      case 10:
        return both("make \(first)") { system, root throws(SystemError) in
          try system.makeDirectory(root + first)
          return "done"
        }
      case 11:
        return both("list \(first)") { system, root throws(SystemError) in
          "\(try system.listDirectory(root + first).sorted())"
        }
      case 12:
        return both("status \(first)") { system, root throws(SystemError) in
          kind(try system.status(at: root + first))
        }
      default:
        return both("sync \(first)") { system, root throws(SystemError) in
          try system.syncDirectory(root + first)
          return "done"
        }
      }
    }
  }
}
