import GMSCore
import GMSTestSupport
import Testing

/// That the disk really loses what it should, and nothing else: the crash tests are worth as much as this.
@Suite struct SimulatedDiskTests {
  let fixture = DiskFixture()
  private var disk: SimulatedDisk { fixture.disk }
  private var process: SimulatedProcess { fixture.process }

  // MARK: - Bytes

  @Test func writtenBytesAreReadAndLost() throws {
    let file = try fixture.synced("one")
    try fixture.write("TWO more", to: file)
    #expect(try fixture.read(file) == "TWO more")
    #expect(disk.hasUnsynced)
    #expect(fixture.after(.nothing) == ["/a": "one"])
    #expect(fixture.after(.everything) == ["/a": "TWO more"])
    #expect(fixture.after(.names) == ["/a": "one"])
    #expect(fixture.after(.bytes) == ["/a": "TWO more"])
    #expect(fixture.after(.lengths) == ["/a": "one\0\0\0\0\0"])
    #expect(fixture.after(.torn(file: 0, bytes: 0)) == ["/a": "one"])
    #expect(fixture.after(.torn(file: 0, bytes: 2)) == ["/a": "TWe"])
    #expect(fixture.after(.torn(file: 0, bytes: 5)) == ["/a": "TWO m"])
    // The disk itself is as it was.
    #expect(try fixture.read(file) == "TWO more")
  }

  @Test(arguments: [true, false]) func syncedBytesAreKept(_ isData: Bool) throws {
    let file = try fixture.synced("one")
    try fixture.write("TWO more", to: file)
    if isData { try process.syncData(file) } else { try process.syncFile(file) }
    #expect(!disk.hasUnsynced)
    for survival in [Survival.nothing, .names, .lengths, .onlyLast, .anything] {
      #expect(fixture.after(survival) == ["/a": "TWO more"])
    }
  }

  @Test func truncationsAreLostToo() throws {
    let file = try fixture.synced("0123456789")
    try process.truncateFile(file, to: 4)
    try fixture.write("xy", to: file, at: 4)
    #expect(try fixture.read(file) == "0123xy")
    #expect(fixture.after(.nothing) == ["/a": "0123456789"])
    #expect(fixture.after(.onlyLast) == ["/a": "0123xy6789"])
    #expect(fixture.after(.everything) == ["/a": "0123xy"])
  }

  @Test func aGapIsZeros() throws {
    let file = try fixture.synced("ab")
    try fixture.write("cd", to: file, at: 4)
    try fixture.write("ef", to: file, at: 8)
    #expect(try fixture.read(file) == "ab\0\0cd\0\0ef")
    #expect(fixture.after(.onlyLast) == ["/a": "ab\0\0\0\0\0\0ef"])
  }

  @Test func writesAreReordered() throws {
    let file = try fixture.synced("")
    for (number, text) in ["aa", "bb", "cc"].enumerated() {
      try fixture.write(text, to: file, at: Int64(2 * number))
    }
    let found = Set((0..<2000).compactMap { fixture.after(.anything, seed: $0)["/a"] })
    let firstOnly = "aa"
    let lastOnly = "\0\0\0\0cc"
    #expect(found.isSuperset(of: ["", firstOnly, lastOnly, "aa\0\0cc", "\0\0bb", "aabbcc", "aab", "\0a"]))
    let prefixes = Set((0..<500).compactMap { fixture.after(.prefix, seed: $0)["/a"] })
    #expect(prefixes == ["", "a", "aa", "aab", "aabb", "aabbc", "aabbcc"])
  }

  @Test func aFailedSyncLosesWhatItWasToSync() throws {
    let file = try fixture.synced("one")
    try fixture.write("two", to: file)
    process.arm(FaultPlan(.fails(.inputOutput), lasting: false, only: .sync))
    #expect(throws: SystemError.inputOutput) { try process.syncFile(file) }
    #expect(try fixture.read(file) == "two")
    // The next one succeeds, and brings only what came later.
    try fixture.write("!", to: file, at: 3)
    try process.syncFile(file)
    #expect(try fixture.read(file) == "two!")
    #expect(fixture.after(.nothing) == ["/a": "one!"])
    #expect(fixture.after(.everything) == ["/a": "two!"])
    try process.truncateFile(file, to: 0)
    try process.syncFile(file)
    #expect(fixture.after(.nothing) == ["/a": ""])
  }

  // MARK: - Names

  @Test func theNameOfASyncedFileIsLost() throws {
    let file = try process.openFile("/a", for: .writingNew)
    try fixture.write("one", to: file)
    try process.syncFile(file)
    #expect(fixture.after(.nothing).isEmpty)
    #expect(fixture.after(.bytes).isEmpty)
    #expect(fixture.after(.names) == ["/a": "one"])
    try process.syncDirectory("/")
    #expect(fixture.after(.nothing) == ["/a": "one"])
  }

  @Test func theBytesOfANamedFileAreLost() throws {
    let file = try process.openFile("/a", for: .writingNew)
    try fixture.write("one", to: file)
    try process.syncDirectory("/")
    #expect(fixture.after(.nothing) == ["/a": ""])
  }

  @Test func aRenameIsUndone() throws {
    _ = try fixture.synced("old", at: "/a")
    let file = try process.openFile("/a.new", for: .writingNew)
    try fixture.write("new", to: file)
    try process.syncFile(file)
    try process.renameFile("/a.new", to: "/a")
    #expect(try process.listDirectory("/") == ["a"])
    #expect(fixture.after(.nothing) == ["/a": "old"])
    #expect(fixture.after(.everything) == ["/a": "new"])
    #expect(fixture.after(.onlyLast) == ["/a": "new"])
    let found = Set((0..<200).map { fixture.after(.anything, seed: $0) })
    #expect(found == [["/a": "old"], ["/a": "new"], ["/a": "old", "/a.new": "new"]])
    try process.syncDirectory("/")
    #expect(fixture.after(.nothing) == ["/a": "new"])
  }

  @Test func aRemovalIsUndone() throws {
    _ = try fixture.synced("old")
    try process.removeFile("/a")
    #expect(try process.status(at: "/a") == nil)
    #expect(fixture.after(.nothing) == ["/a": "old"])
    try process.syncDirectory("/")
    #expect(fixture.after(.nothing).isEmpty)
  }

  @Test func aDirectoryIsLostWithAllThatIsInIt() throws {
    try process.makeDirectory("/d")
    let file = try process.openFile("/d/a", for: .writingNew)
    try process.syncFile(file)
    try process.syncDirectory("/d")
    #expect(fixture.after(.nothing).isEmpty)
    try process.syncDirectory("/")
    #expect(fixture.after(.nothing) == ["/d/": "", "/d/a": ""])
  }

  // MARK: - Images

  @Test func imagesAreAllDifferentAndTearAtEachByte() throws {
    let file = try fixture.synced("0")
    try fixture.write("123456", to: file, at: 1)
    var random = SeededGenerator(seed: 1)
    let found = disk.crashImages(&random).compactMap { $0.disk.files["/a"] }
    #expect(Set(found).count == found.count)
    for end in 0...6 { #expect(found.contains(fixture.bytes(String("0123456".prefix(end + 1))))) }
    #expect(found.contains(fixture.bytes("0\0\0\0\0\0\0")))
    try process.syncFile(file)
    #expect(disk.crashImages(&random).map(\.survival) == [.nothing])
  }

  @Test func aLongWriteIsTornAtSomeBytes() throws {
    let file = try fixture.synced("")
    try fixture.write(String(repeating: "x", count: 1000), to: file)
    var random = SeededGenerator(seed: 1)
    let lengths = disk.crashImages(&random, tears: 20, draws: 0).compactMap { $0.disk.files["/a"] }
      .filter { !$0.contains(0) }.map(\.count)
    #expect(lengths.count == 21)
    #expect(Set(lengths).isSuperset(of: [0, 1, 998, 999, 1000]))
  }

  @Test func theSameSeedMakesTheSameImages() throws {
    let file = try fixture.synced("0")
    try fixture.write("123456", to: file, at: 1)
    try process.makeDirectory("/d")
    func images() -> [[String: [UInt8]]] {
      var random = SeededGenerator(seed: 5)
      return disk.crashImages(&random).map(\.disk.files)
    }
    #expect(images() == images())
  }

  @Test func afterACrashAllIsOnTheDiskAndNoOneIsThere() throws {
    let file = try fixture.synced("one")
    #expect(try process.tryLock(file))
    try fixture.write("two", to: file)
    var random = SeededGenerator(seed: 1)
    let next = disk.crashed(.everything, &random)
    #expect(!next.hasUnsynced)
    let other = next.process()
    let again = try other.openFile("/a", for: .updating)
    #expect(try other.tryLock(again))
    #expect(try fixture.read(again, by: other) == "two")
  }
}
