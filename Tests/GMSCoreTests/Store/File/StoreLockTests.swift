import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The lock, as other processes hold it.
@Suite(.timeLimit(.minutes(20))) struct StoreLockTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  static let flock = "/usr/bin/flock"

  /// Runs a shell command that holds the lock; answers when it has said something.
  private func hold(_ command: String) throws -> (process: Process, input: FileHandle) {
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: Self.flock)
    holder.arguments = [files.path(StoreFiles.lock), "sh", "-c", command]
    let (input, output) = (Pipe(), Pipe())
    (holder.standardInput, holder.standardOutput) = (input, output)
    try holder.run()
    _ = output.fileHandleForReading.availableData
    return (holder, input.fileHandleForWriting)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: flock), "there is no \(flock) here"))
  func ofALiveProcessIsRespected() throws {
    let store = try files.create()
    let before = try files.everything()
    let lock = files.path(StoreFiles.lock)
    let (holder, input) = try hold("echo 4711 > '\(lock)'; echo held; read line")
    let busy = CoreError(.storeBusy, ["path": files.path, "pid": "4711"])
    #expect(throws: busy) { try store.put(.test("1-a")) }
    #expect(throws: busy) { try store.compact(.test) }
    #expect(throws: busy) {
      try FileStore.repair(
        at: files.path,
        codecs: [],
        isDryRun: false,
        lockTimeout: .zero,
        fileSystem: LocalFileSystem()
      )
    }
    #expect(busy.description.contains("process '4711' holds it"))
    // Readers wait for no one.
    #expect(try store.contents().sequence == 0)
    #expect(try store.information().lockHolder == "4711")
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    #expect(try FileStore.repair(at: files.path, codecs: [], isDryRun: true).isChanged == false)
    #expect(try store.write(.dryRun) { $0.sequence } == 0)
    #expect(try files.everything() == before)
    try input.write(contentsOf: Data("go\n".utf8))
    holder.waitUntilExit()
    try store.put(.test("1-a"))
    #expect(try store.information().lockHolder == nil)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: flock), "there is no \(flock) here"))
  func ofADeadProcessIsFree() throws {
    let store = try files.create()
    // The number of the process that died stays in the file; it decides nothing.
    let (holder, _) = try hold("echo $$ > '\(files.path(StoreFiles.lock))'; echo held; kill -9 $$")
    holder.waitUntilExit()
    #expect(try !files.text(StoreFiles.lock).isEmpty)
    #expect(try store.information().lockHolder == nil)
    try store.put(.test("1-a"))
    #expect(try store.contents().sequence == 1)
    #expect(try files.text(StoreFiles.lock).hasPrefix("          \n1 "), "no holder, transaction 1 is synced")
  }

  @Test func holdsTheNumberOfItsHolder() throws {
    let store = try files.create()
    let pid = "\(ProcessInfo.processInfo.processIdentifier)"
    try store.write(.test) { _ in
      let (text, holder) = (try files.text(StoreFiles.lock), try files.open().information().lockHolder)
      #expect(text.split(separator: "\n").first.map { $0.filter { $0 != " " } } == pid)
      #expect(holder == pid)
    }
    #expect(try files.text(StoreFiles.lock).hasPrefix("          \n0 "), "no holder, transaction 0 is synced")
  }

  @Test func aWriterThatThrowsGivesItBack() throws {
    struct Deliberate: Error {}
    let store = try files.create()
    #expect(throws: Deliberate.self) { try store.write(.test) { _ in throw Deliberate() } }
    try files.open().put(.test("1-a"))
  }
}
