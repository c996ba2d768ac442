import GMSCore
import GMSTestSupport
import Testing

/// The files of a store are damaged in every way that a disk, or a person, can; what is read then is exactly the
/// state that was, or one before its last transaction, or an error that says where the damage is.
@Suite(.timeLimit(.minutes(10))) struct DamageLoopTests {
  /// The store with which all begins: several transactions, of records and configuration.
  private struct Victim {
    let disk: SimulatedDisk
    /// What it held after each transaction.
    let states: [ExactContents]
    /// The text of its files, by path.
    let texts: [(path: String, bytes: [UInt8])]

    init() throws {
      let operation = try #require(StoreOperation.all.first { $0.testDescription == "several in a row" })
      let plan = try operation.planFromNothing()
      let working = SimulatedDisk()
      var session = StoreSession(on: working)
      let outcome = plan.run(in: &session)
      #expect(outcome.error == nil)
      session.close()
      disk = working.crashed(.everything)
      states = plan.states.compactMap(\.self)
      texts = [StoreSession.log, StoreSession.document, StoreSession.lock].compactMap { path in
        working.files[path].flatMap { $0.isEmpty ? nil : (path, $0) }
      }
    }
  }

  /// How far what is read may lie behind.
  private enum Reach {
    /// Not at all, and without an error: the file is no truth.
    case none
    /// The last transaction may be gone.
    case last
    /// All transactions may be gone from one on: the file just ends.
    case end
  }

  private let victim: Victim

  init() throws { victim = try Victim() }

  @Test func bitsAreFlipped() throws {
    var tally = LoopTally("flipped bits")
    var random = SeededGenerator(seed: 3)
    for (path, bytes) in victim.texts {
      for index in bytes.indices {
        var flipped = bytes
        let bit = Int.random(in: 0..<8, using: &random)
        flipped[index] ^= 1 << bit
        read(flipped, at: path, .last, "bit \(bit) of byte \(index)", &tally)
      }
    }
    tally.finish(atLeast: 900)
  }

  @Test func bytesAreOverwritten() throws {
    var tally = LoopTally("overwritten stretches")
    var random = SeededGenerator(seed: 4)
    for (path, bytes) in victim.texts {
      for _ in 0..<300 {
        var changed = bytes
        let start = Int.random(in: bytes.indices, using: &random)
        let count = Int.random(in: 1...64, using: &random)
        let filler: UInt8? = random.oneIn(2) ? 0 : nil
        for index in start..<min(start + count, bytes.count) {
          changed[index] = filler ?? UInt8.random(in: 0...255, using: &random)
        }
        read(changed, at: path, .last, "\(count) bytes from \(start)", &tally)
      }
    }
    tally.finish(atLeast: 300)
  }

  @Test func filesAreCut() throws {
    var tally = LoopTally("cut files")
    for (path, bytes) in victim.texts {
      for count in bytes.indices { read(Array(bytes[..<count]), at: path, .end, "cut at \(count)", &tally) }
    }
    tally.finish(atLeast: 900)
  }

  @Test func linesAreRepeatedSwappedAndRemoved() throws {
    var tally = LoopTally("lines")
    for (path, bytes) in victim.texts {
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }.dropLast()
      func text(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }
      #expect(text(Array(lines)) == bytes)
      for index in lines.indices {
        var changed = Array(lines)
        changed.remove(at: index)
        read(text(changed), at: path, .last, "without line \(index + 1)", &tally)
        for other in lines.indices {
          changed = Array(lines)
          changed.insert(lines[index], at: other)
          read(text(changed), at: path, .last, "line \(index + 1) again before line \(other + 1)", &tally)
          changed = Array(lines)
          changed[other] = lines[index]
          read(text(changed), at: path, .last, "line \(index + 1) in place of \(other + 1)", &tally)
          guard other > index else { continue }
          changed = Array(lines)
          changed.swapAt(index, other)
          read(text(changed), at: path, .last, "lines \(index + 1) and \(other + 1) swapped", &tally)
        }
      }
    }
    tally.finish(atLeast: 300)
  }

  @Test func filesAreGone() throws {
    var tally = LoopTally("files that are gone")
    for (path, _) in victim.texts {
      for kind in [FileStatus.Kind.directory, .symbolicLink, .other, .regular] {
        let disk = victim.disk.copy()
        try disk.process().removeFile(path)
        if kind != .regular { try disk.place(kind, at: path) }
        judge(disk, path, .last, "\(kind) in its place", &tally, hasLines: false)
      }
    }
    tally.finish(atLeast: 4)
  }

  // MARK: - What is read

  private func read(
    _ bytes: [UInt8],
    at path: String,
    _ reach: Reach,
    _ what: @autoclosure () -> String,
    _ tally: inout LoopTally
  ) {
    let disk = victim.disk.copy()
    do { try disk.place(bytes, at: path) } catch { return tally.check(false, "\(path): \(error)") }
    judge(disk, path, reach, what(), &tally, hasLines: true)
  }

  private func judge(
    _ disk: SimulatedDisk,
    _ path: String,
    _ reach: Reach,
    _ what: @autoclosure () -> String,
    _ tally: inout LoopTally,
    hasLines: Bool
  ) {
    tally.count()
    let reach = path == StoreSession.lock ? Reach.none : reach
    let before = disk.files
    do {
      var session = StoreSession(on: disk)
      let found = try ExactContents(session.open())
      // One document without a checksum cannot tell another value from its own.
      if StoreSession.hasLog {
        let allowed =
          switch reach {
          case .none: victim.states.suffix(1)
          case .last: victim.states.suffix(2)
          case .end: victim.states[...]
          }
        tally.check(allowed.contains(found), "\(path), \(what()): found \(found)")
      }
    } catch let error as CoreError {
      let codes: [CoreError.Code] = [.storeDamaged, .storeTooNew, .storeMissing, .storeUnreadable]
      tally.check(
        codes.contains(error.code) && (error.code != .storeUnreadable || !hasLines),
        "\(path), \(what()): \(error)"
      )
      tally.check(reach != .none, "\(path), \(what()): \(error)")
      tally.check(error["path"] != nil, "\(path), \(what()): no path in \(error.facts)")
      if hasLines, error.code == .storeDamaged {
        tally.check(error["path"] == path, "\(path), \(what()): another file in \(error.facts)")
        let line = error.facts.first { $0.name == "line" }?.value.integerValue ?? 0
        let lines = (disk.files[path] ?? []).count { $0 == 0x0A } + 1
        tally.check(line > 0 && line <= lines, "\(path), \(what()): no line of the file in \(error.facts)")
      }
    } catch {
      tally.check(false, "\(path), \(what()): \(error)")
    }
    tally.check(disk.files == before, "\(path), \(what()): reading has changed the files")
  }
}

extension SimulatedDisk {
  fileprivate func crashed(_ survival: Survival) -> SimulatedDisk {
    var random = SeededGenerator(seed: 0)
    return crashed(survival, &random)
  }
}
