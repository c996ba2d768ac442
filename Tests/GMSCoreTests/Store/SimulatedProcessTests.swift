import GMSCore
import GMSTestSupport
import Testing

/// Processes on a simulated disk: locks, open files, kills, and the faults of their calls.
@Suite struct SimulatedProcessTests {
  let fixture = DiskFixture()
  private var disk: SimulatedDisk { fixture.disk }
  private var process: SimulatedProcess { fixture.process }

  // MARK: - Processes

  @Test func aKilledProcessLeavesWhatItWroteAndNoLock() throws {
    let file = try fixture.synced("one")
    try fixture.write("two", to: file)
    #expect(try process.tryLock(file))
    let other = disk.process()
    #expect(other.processIdentifier != process.processIdentifier)
    let same = try other.openFile("/a", for: .locking)
    #expect(try !other.tryLock(same))
    process.kill()
    #expect(try other.tryLock(same))
    #expect(try fixture.read(same, by: other) == "two")
    #expect(fixture.after(.nothing) == ["/a": "one"])
    #expect(throws: SystemError.processDied) { try process.listDirectory("/") }
    #expect(throws: SystemError.processDied) { try process.closeFile(file) }
    // Another process may make durable what the dead one wrote.
    try other.syncData(same)
    #expect(fixture.after(.nothing) == ["/a": "two"])
  }

  @Test func locksBelongToOpenFiles() throws {
    let first = try fixture.synced("one")
    let second = try process.openFile("/a", for: .locking)
    #expect(try process.tryLock(first))
    #expect(try process.tryLock(first))
    #expect(try !process.tryLock(second))
    try process.unlock(second)
    #expect(try !process.tryLock(second))
    try process.closeFile(first)
    #expect(try process.tryLock(second))
    // A lock is on the file, not on its name.
    try process.removeFile("/a")
    let third = try process.openFile("/a", for: .locking)
    #expect(try process.tryLock(third))
    #expect(process.openFileCount == 2)
  }

  @Test func openFilesOutliveTheirNames() throws {
    let old = try fixture.synced("old", at: "/a")
    let new = try fixture.synced("new", at: "/b")
    try process.renameFile("/b", to: "/a")
    #expect(try fixture.read(old) == "old")
    #expect(try fixture.read(new) == "new")
    try process.removeFile("/a")
    #expect(try fixture.read(new) == "new")
    #expect(try process.listDirectory("/").isEmpty)
  }

  @Test func theNumberOfAFileThatIsGoneIsUsedAgain() throws {
    let file = try fixture.synced("old")
    let number = try process.status(of: file).inode
    try process.removeFile("/a")
    let second = try process.openFile("/a", for: .writingNew)
    #expect(try process.status(of: second).inode != number)
    try process.closeFile(file)
    let third = try process.openFile("/b", for: .writingNew)
    #expect(try process.status(of: third).inode == number)
    // Both are there again when the power fails, as two files.
    var random = SeededGenerator(seed: 1)
    let image = disk.crashed(.onlyLast, &random).process()
    #expect(try image.status(at: "/a")?.inode != image.status(at: "/b")?.inode)
  }

  @Test func copiesGoTheirOwnWays() throws {
    let file = try fixture.synced("one")
    try fixture.write("two", to: file)
    let copy = disk.copy()
    try process.syncFile(file)
    #expect(fixture.after(.nothing) == ["/a": "two"])
    #expect(fixture.after(.nothing, of: copy) == ["/a": "one"])
    #expect(fixture.after(.everything, of: copy) == ["/a": "two"])
  }

  // MARK: - Faults

  @Test func aFaultComesAtItsCall() throws {
    let file = try fixture.synced("one")
    process.arm(FaultPlan(.fails(.noSpace), at: 2, lasting: false))
    try fixture.write("a", to: file)
    #expect(!process.hasFired)
    #expect(throws: SystemError.noSpace) { try fixture.write("b", to: file) }
    #expect(process.fired == [.write])
    try fixture.write("c", to: file)
    #expect(process.calls == [.write, .write, .write])
    #expect(try fixture.read(file) == "cne")

    process.arm(FaultPlan(.fails(.readOnly), at: 2, lasting: true, only: .remove))
    try process.removeFile("/a")
    for _ in 0..<2 { #expect(throws: SystemError.readOnly) { try process.removeFile("/a") } }
    #expect(throws: SystemError.notFound) {
      process.arm(nil)
      try process.removeFile("/a")
    }
  }

  @Test func writesAreShortOrTornOrMadeAllTheSame() throws {
    let file = try fixture.synced("....")
    let text = fixture.bytes("abcd")
    process.arm(FaultPlan(.short))
    #expect(try text.withUnsafeBytes { try process.writeFile(file, at: 0, $0) } == 2)
    process.arm(nil)
    #expect(try fixture.read(file) == "ab..")
    process.arm(FaultPlan(.tornWrite(.noSpace), lasting: false))
    #expect(throws: SystemError.noSpace) {
      try text.withUnsafeBytes { try process.writeFile(file, at: 1, $0) }
    }
    #expect(try fixture.read(file) == "aab.")
    process.arm(FaultPlan(.failsAfterwards(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) {
      try text.withUnsafeBytes { try process.writeFile(file, at: 0, $0) }
    }
    #expect(try fixture.read(file) == "abcd")
    process.arm(FaultPlan(.failsAfterwards(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) { try process.syncFile(file) }
    #expect(fixture.after(.nothing) == ["/a": "abcd"])
    process.arm(FaultPlan(.short))
    #expect(try text.prefix(1).withUnsafeBytes { try process.writeFile(file, at: 0, $0) } == 1)
  }

  @Test func readsAreLimited() throws {
    let file = try fixture.synced("0123456789")
    process.limitReads(to: 3)
    #expect(try fixture.read(file) == "012")
    process.limitReads(to: .max)
    #expect(try fixture.read(file) == "0123456789")
  }

  @Test func aCrashEndsEverything() throws {
    let file = try fixture.synced("one")
    process.arm(FaultPlan(.crash, at: 2, lasting: false))
    try fixture.write("two", to: file)
    #expect(throws: SystemError.processDied) { try process.syncFile(file) }
    process.arm(nil)
    #expect(throws: SystemError.processDied) { try process.syncFile(file) }
    #expect(throws: SystemError.processDied) { try process.openFile("/a", for: .reading) }
    #expect(process.openFileCount == 0)
    #expect(fixture.after(.nothing) == ["/a": "one"])
    #expect(fixture.after(.everything) == ["/a": "two"])
  }

  @Test func failedOpeningsAndClosingsLeaveNothingOpen() throws {
    process.arm(FaultPlan(.failsAfterwards(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) { try process.openFile("/a", for: .writingNew) }
    #expect(try process.status(at: "/a") != nil)
    let file = try process.openFile("/a", for: .updating)
    process.arm(FaultPlan(.fails(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) { try process.closeFile(file) }
    #expect(process.openFileCount == 0)
  }

  @Test func waitingTakesNoTime() throws {
    let file = try fixture.synced("one")
    let before = try process.status(of: file).modified
    try fixture.write("two", to: file)
    #expect(try process.status(of: file).modified == before)
    process.pause(milliseconds: 3_600_000)
    try fixture.write("two", to: file)
    #expect(try process.status(of: file).modified == before + 3_600_000_000_000)
  }

  @Test func somethingElseStandsAtAPath() throws {
    try disk.place(.symbolicLink, at: "/l")
    try disk.place(.directory, at: "/d")
    try disk.place(.other, at: "/p")
    try disk.place(fixture.bytes("text"), at: "/d/a")
    try disk.place(fixture.bytes("other"), at: "/d/a")
    #expect(!disk.hasUnsynced)
    #expect(disk.files["/d/a"] == fixture.bytes("other"))
    #expect(try process.status(at: "/l")?.kind == .symbolicLink)
    #expect(try process.status(at: "/p")?.kind == .other)
    #expect(throws: SystemError.exists) { try disk.place(.other, at: "/d") }
  }
}
