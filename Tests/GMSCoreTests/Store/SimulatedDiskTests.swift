import GMSCore
import GMSTestSupport
import Testing

/// That the disk really loses what it should, and nothing else: the crash tests are worth as much as this.
@Suite struct SimulatedDiskTests {
  let disk = SimulatedDisk()
  let process: SimulatedProcess

  init() { process = disk.process() }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func write(_ text: String, to file: OpenFile, at offset: Int64 = 0) throws {
    let count = try Array(text.utf8).withUnsafeBytes { try process.writeFile(file, at: offset, $0) }
    #expect(count == text.utf8.count)
  }

  /// A file whose name and bytes are on the disk, open for updating.
  private func synced(_ text: String, at path: String = "/a") throws -> OpenFile {
    let file = try process.openFile(path, for: .writingNew)
    try write(text, to: file)
    try process.syncFile(file)
    try process.syncDirectory("/")
    #expect(!disk.hasUnsynced)
    return file
  }

  private func after(_ survival: Survival, seed: UInt64 = 1, of disk: SimulatedDisk? = nil) -> [String:
    String]
  {
    var random = SeededGenerator(seed: seed)
    let files = (disk ?? self.disk).crashed(survival, &random).files
    return Dictionary(
      uniqueKeysWithValues: files.filter { $0.key != "/" }.map {
        ($0.key, String(decoding: $0.value, as: UTF8.self))
      }
    )
  }

  private func read(_ file: OpenFile, by process: SimulatedProcess? = nil) throws -> String {
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = try buffer.withUnsafeMutableBytes {
      try (process ?? self.process).readFile(file, at: 0, into: $0)
    }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  // MARK: - Bytes

  @Test func writtenBytesAreReadAndLost() throws {
    let file = try synced("one")
    try write("TWO more", to: file)
    #expect(try read(file) == "TWO more")
    #expect(disk.hasUnsynced)
    #expect(after(.nothing) == ["/a": "one"])
    #expect(after(.everything) == ["/a": "TWO more"])
    #expect(after(.names) == ["/a": "one"])
    #expect(after(.bytes) == ["/a": "TWO more"])
    #expect(after(.lengths) == ["/a": "one\0\0\0\0\0"])
    #expect(after(.torn(file: 0, bytes: 0)) == ["/a": "one"])
    #expect(after(.torn(file: 0, bytes: 2)) == ["/a": "TWe"])
    #expect(after(.torn(file: 0, bytes: 5)) == ["/a": "TWO m"])
    // The disk itself is as it was.
    #expect(try read(file) == "TWO more")
  }

  @Test(arguments: [true, false]) func syncedBytesAreKept(_ isData: Bool) throws {
    let file = try synced("one")
    try write("TWO more", to: file)
    if isData { try process.syncData(file) } else { try process.syncFile(file) }
    #expect(!disk.hasUnsynced)
    for survival in [Survival.nothing, .names, .lengths, .onlyLast, .anything] {
      #expect(after(survival) == ["/a": "TWO more"])
    }
  }

  @Test func truncationsAreLostToo() throws {
    let file = try synced("0123456789")
    try process.truncateFile(file, to: 4)
    try write("xy", to: file, at: 4)
    #expect(try read(file) == "0123xy")
    #expect(after(.nothing) == ["/a": "0123456789"])
    #expect(after(.onlyLast) == ["/a": "0123xy6789"])
    #expect(after(.everything) == ["/a": "0123xy"])
  }

  @Test func aGapIsZeros() throws {
    let file = try synced("ab")
    try write("cd", to: file, at: 4)
    try write("ef", to: file, at: 8)
    #expect(try read(file) == "ab\0\0cd\0\0ef")
    #expect(after(.onlyLast) == ["/a": "ab\0\0\0\0\0\0ef"])
  }

  @Test func writesAreReordered() throws {
    let file = try synced("")
    for (number, text) in ["aa", "bb", "cc"].enumerated() { try write(text, to: file, at: Int64(2 * number)) }
    let found = Set((0..<2000).compactMap { after(.anything, seed: $0)["/a"] })
    let firstOnly = "aa"
    let lastOnly = "\0\0\0\0cc"
    #expect(found.isSuperset(of: ["", firstOnly, lastOnly, "aa\0\0cc", "\0\0bb", "aabbcc", "aab", "\0a"]))
    let prefixes = Set((0..<500).compactMap { after(.prefix, seed: $0)["/a"] })
    #expect(prefixes == ["", "a", "aa", "aab", "aabb", "aabbc", "aabbcc"])
  }

  @Test func aFailedSyncLosesWhatItWasToSync() throws {
    let file = try synced("one")
    try write("two", to: file)
    process.arm(FaultPlan(.fails(.inputOutput), lasting: false, only: .sync))
    #expect(throws: SystemError.inputOutput) { try process.syncFile(file) }
    #expect(try read(file) == "two")
    // The next one succeeds, and brings only what came later.
    try write("!", to: file, at: 3)
    try process.syncFile(file)
    #expect(try read(file) == "two!")
    #expect(after(.nothing) == ["/a": "one!"])
    #expect(after(.everything) == ["/a": "two!"])
    try process.truncateFile(file, to: 0)
    try process.syncFile(file)
    #expect(after(.nothing) == ["/a": ""])
  }

  // MARK: - Names

  @Test func theNameOfASyncedFileIsLost() throws {
    let file = try process.openFile("/a", for: .writingNew)
    try write("one", to: file)
    try process.syncFile(file)
    #expect(after(.nothing).isEmpty)
    #expect(after(.bytes).isEmpty)
    #expect(after(.names) == ["/a": "one"])
    try process.syncDirectory("/")
    #expect(after(.nothing) == ["/a": "one"])
  }

  @Test func theBytesOfANamedFileAreLost() throws {
    let file = try process.openFile("/a", for: .writingNew)
    try write("one", to: file)
    try process.syncDirectory("/")
    #expect(after(.nothing) == ["/a": ""])
  }

  @Test func aRenameIsUndone() throws {
    _ = try synced("old", at: "/a")
    let file = try process.openFile("/a.new", for: .writingNew)
    try write("new", to: file)
    try process.syncFile(file)
    try process.renameFile("/a.new", to: "/a")
    #expect(try process.listDirectory("/") == ["a"])
    #expect(after(.nothing) == ["/a": "old"])
    #expect(after(.everything) == ["/a": "new"])
    #expect(after(.onlyLast) == ["/a": "new"])
    let found = Set((0..<200).map { after(.anything, seed: $0) })
    #expect(found == [["/a": "old"], ["/a": "new"], ["/a": "old", "/a.new": "new"]])
    try process.syncDirectory("/")
    #expect(after(.nothing) == ["/a": "new"])
  }

  @Test func aRemovalIsUndone() throws {
    _ = try synced("old")
    try process.removeFile("/a")
    #expect(try process.status(at: "/a") == nil)
    #expect(after(.nothing) == ["/a": "old"])
    try process.syncDirectory("/")
    #expect(after(.nothing).isEmpty)
  }

  @Test func aDirectoryIsLostWithAllThatIsInIt() throws {
    try process.makeDirectory("/d")
    let file = try process.openFile("/d/a", for: .writingNew)
    try process.syncFile(file)
    try process.syncDirectory("/d")
    #expect(after(.nothing).isEmpty)
    try process.syncDirectory("/")
    #expect(after(.nothing) == ["/d/": "", "/d/a": ""])
  }

  // MARK: - Images

  @Test func imagesAreAllDifferentAndTearAtEachByte() throws {
    let file = try synced("0")
    try write("123456", to: file, at: 1)
    var random = SeededGenerator(seed: 1)
    let found = disk.crashImages(&random).compactMap { $0.disk.files["/a"] }
    #expect(Set(found).count == found.count)
    for end in 0...6 { #expect(found.contains(bytes(String("0123456".prefix(end + 1))))) }
    #expect(found.contains(bytes("0\0\0\0\0\0\0")))
    try process.syncFile(file)
    #expect(disk.crashImages(&random).map(\.survival) == [.nothing])
  }

  @Test func aLongWriteIsTornAtSomeBytes() throws {
    let file = try synced("")
    try write(String(repeating: "x", count: 1000), to: file)
    var random = SeededGenerator(seed: 1)
    let lengths = disk.crashImages(&random, tears: 20, draws: 0).compactMap { $0.disk.files["/a"] }
      .filter { !$0.contains(0) }.map(\.count)
    #expect(lengths.count == 21)
    #expect(Set(lengths).isSuperset(of: [0, 1, 998, 999, 1000]))
  }

  @Test func theSameSeedMakesTheSameImages() throws {
    let file = try synced("0")
    try write("123456", to: file, at: 1)
    try process.makeDirectory("/d")
    func images() -> [[String: [UInt8]]] {
      var random = SeededGenerator(seed: 5)
      return disk.crashImages(&random).map(\.disk.files)
    }
    #expect(images() == images())
  }

  @Test func afterACrashAllIsOnTheDiskAndNoOneIsThere() throws {
    let file = try synced("one")
    #expect(try process.tryLock(file))
    try write("two", to: file)
    var random = SeededGenerator(seed: 1)
    let next = disk.crashed(.everything, &random)
    #expect(!next.hasUnsynced)
    let other = next.process()
    let again = try other.openFile("/a", for: .updating)
    #expect(try other.tryLock(again))
    #expect(try read(again, by: other) == "two")
  }

  // MARK: - Processes

  @Test func aKilledProcessLeavesWhatItWroteAndNoLock() throws {
    let file = try synced("one")
    try write("two", to: file)
    #expect(try process.tryLock(file))
    let other = disk.process()
    #expect(other.processIdentifier != process.processIdentifier)
    let same = try other.openFile("/a", for: .locking)
    #expect(try !other.tryLock(same))
    process.kill()
    #expect(try other.tryLock(same))
    #expect(try read(same, by: other) == "two")
    #expect(after(.nothing) == ["/a": "one"])
    #expect(throws: SystemError.processDied) { try process.listDirectory("/") }
    #expect(throws: SystemError.processDied) { try process.closeFile(file) }
    // Another process may make durable what the dead one wrote.
    try other.syncData(same)
    #expect(after(.nothing) == ["/a": "two"])
  }

  @Test func locksBelongToOpenFiles() throws {
    let first = try synced("one")
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
    let old = try synced("old", at: "/a")
    let new = try synced("new", at: "/b")
    try process.renameFile("/b", to: "/a")
    #expect(try read(old) == "old")
    #expect(try read(new) == "new")
    try process.removeFile("/a")
    #expect(try read(new) == "new")
    #expect(try process.listDirectory("/").isEmpty)
  }

  @Test func theNumberOfAFileThatIsGoneIsUsedAgain() throws {
    let file = try synced("old")
    let number = try process.status(of: file).inode
    try process.removeFile("/a")
    let second = try process.openFile("/a", for: .writingNew)
    #expect(try process.status(of: second).inode != number)
    try process.closeFile(file)
    let third = try process.openFile("/b", for: .writingNew)
    #expect(try process.status(of: third).inode == number)
    // Both are there again when the power fails, as two files.
    let image = disk.crashed(.onlyLast, &ignored).process()
    #expect(try image.status(at: "/a")?.inode != image.status(at: "/b")?.inode)
  }

  private var ignored: SeededGenerator {
    get { SeededGenerator(seed: 1) }
    nonmutating set {}
  }

  @Test func copiesGoTheirOwnWays() throws {
    let file = try synced("one")
    try write("two", to: file)
    let copy = disk.copy()
    try process.syncFile(file)
    #expect(after(.nothing) == ["/a": "two"])
    #expect(after(.nothing, of: copy) == ["/a": "one"])
    #expect(after(.everything, of: copy) == ["/a": "two"])
  }

  // MARK: - Faults

  @Test func aFaultComesAtItsCall() throws {
    let file = try synced("one")
    process.arm(FaultPlan(.fails(.noSpace), at: 2, lasting: false))
    try write("a", to: file)
    #expect(!process.hasFired)
    #expect(throws: SystemError.noSpace) { try write("b", to: file) }
    #expect(process.fired == [.write])
    try write("c", to: file)
    #expect(process.calls == [.write, .write, .write])
    #expect(try read(file) == "cne")

    process.arm(FaultPlan(.fails(.readOnly), at: 2, lasting: true, only: .remove))
    try process.removeFile("/a")
    for _ in 0..<2 { #expect(throws: SystemError.readOnly) { try process.removeFile("/a") } }
    #expect(throws: SystemError.notFound) {
      process.arm(nil)
      try process.removeFile("/a")
    }
  }

  @Test func writesAreShortOrTornOrMadeAllTheSame() throws {
    let file = try synced("....")
    let text = bytes("abcd")
    process.arm(FaultPlan(.short))
    #expect(try text.withUnsafeBytes { try process.writeFile(file, at: 0, $0) } == 2)
    process.arm(nil)
    #expect(try read(file) == "ab..")
    process.arm(FaultPlan(.tornWrite(.noSpace), lasting: false))
    #expect(throws: SystemError.noSpace) {
      try text.withUnsafeBytes { try process.writeFile(file, at: 1, $0) }
    }
    #expect(try read(file) == "aab.")
    process.arm(FaultPlan(.failsAfterwards(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) {
      try text.withUnsafeBytes { try process.writeFile(file, at: 0, $0) }
    }
    #expect(try read(file) == "abcd")
    process.arm(FaultPlan(.failsAfterwards(.inputOutput), lasting: false))
    #expect(throws: SystemError.inputOutput) { try process.syncFile(file) }
    #expect(after(.nothing) == ["/a": "abcd"])
    process.arm(FaultPlan(.short))
    #expect(try text.prefix(1).withUnsafeBytes { try process.writeFile(file, at: 0, $0) } == 1)
  }

  @Test func readsAreLimited() throws {
    let file = try synced("0123456789")
    process.limitReads(to: 3)
    #expect(try read(file) == "012")
    process.limitReads(to: .max)
    #expect(try read(file) == "0123456789")
  }

  @Test func aCrashEndsEverything() throws {
    let file = try synced("one")
    process.arm(FaultPlan(.crash, at: 2, lasting: false))
    try write("two", to: file)
    #expect(throws: SystemError.processDied) { try process.syncFile(file) }
    process.arm(nil)
    #expect(throws: SystemError.processDied) { try process.syncFile(file) }
    #expect(throws: SystemError.processDied) { try process.openFile("/a", for: .reading) }
    #expect(process.openFileCount == 0)
    #expect(after(.nothing) == ["/a": "one"])
    #expect(after(.everything) == ["/a": "two"])
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
    let file = try synced("one")
    let before = try process.status(of: file).modified
    try write("two", to: file)
    #expect(try process.status(of: file).modified == before)
    process.pause(milliseconds: 3_600_000)
    try write("two", to: file)
    #expect(try process.status(of: file).modified == before + 3_600_000_000_000)
  }

  @Test func somethingElseStandsAtAPath() throws {
    try disk.place(.symbolicLink, at: "/l")
    try disk.place(.directory, at: "/d")
    try disk.place(.other, at: "/p")
    try disk.place(bytes("text"), at: "/d/a")
    try disk.place(bytes("other"), at: "/d/a")
    #expect(!disk.hasUnsynced)
    #expect(disk.files["/d/a"] == bytes("other"))
    #expect(try process.status(at: "/l")?.kind == .symbolicLink)
    #expect(try process.status(at: "/p")?.kind == .other)
    #expect(throws: SystemError.exists) { try disk.place(.other, at: "/d") }
  }
}
