import Foundation
import GMSCore
import GMSTestSupport
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(20))) struct StoreConcurrencyTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path("store")
    try FileStore.create(at: path)
  }

  @Test func aSecondWriterIsToldWhoHoldsTheStore() throws {
    let first = try FileStore(opening: path)
    let second = try FileStore(opening: path, lockTimeout: .milliseconds(30))
    try first.write(.test) { store in
      try store.put(.test("1-a"))
      let error = #expect(throws: CoreError.self) { try second.put(.test("1-b")) }
      let pid = "\(ProcessInfo.processInfo.processIdentifier)"
      #expect(error == CoreError(.storeBusy, ["path": path, "pid": pid]))
      // A reader waits for no one, and sees what was committed last.
      #expect(try second.contents() == StoreContents(sequence: 0))
    }
    try second.put(.test("1-b"))
    #expect(try first.contents().records.map(\.id) == ["1-a", "1-b"])
  }

  static let flock = "/usr/bin/flock"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: flock), "there is no \(flock) here"))
  func anotherProcessIsWaitedFor() throws {
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: Self.flock)
    holder.arguments = ["\(path)/lock", "sh", "-c", "echo held; read line"]
    let (input, output) = (Pipe(), Pipe())
    (holder.standardInput, holder.standardOutput) = (input, output)
    try holder.run()
    _ = output.fileHandleForReading.availableData
    let store = try FileStore(opening: path, lockTimeout: .milliseconds(20))
    #expect(throws: CoreError(.storeBusy, ["path": path])) { try store.put(.test("1-a")) }
    try input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8))
    holder.waitUntilExit()
    try store.put(.test("1-a"))
  }

  @Test func aLockThatWasRemovedStillExcludes() throws {
    let first = try FileStore(opening: path, lockTimeout: .zero)
    let second = try FileStore(opening: path, lockTimeout: .zero)
    try first.put(.test("1-a"))
    try FileManager.default.removeItem(atPath: "\(path)/lock")
    try second.write(.test) { store in
      try store.put(.test("1-b"))
      // The first one has the removed file open, and must find that it is not the lock any more.
      #expect(throws: CoreError.self) { try first.put(.test("1-c")) }
    }
    try first.put(.test("1-d"))
    #expect(try second.contents().records.map(\.id) == ["1-a", "1-b", "1-d"])
  }

  /// Several threads count up in one record; no count may be lost.
  private func count(_ stores: [any Store], rounds: Int) throws -> Int {
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: stores.count) { index in
      do {
        for _ in 0..<rounds {
          try stores[index].write(.test) { store in
            let body = try store.record(.callback, "1-n")?.body ?? "{}"
            let count = try JSONReader.read(body)["n"]?.integerValue ?? 0
            try store.put(.test("1-n", body: JSONWriter.compact(["n": .integer(count + 1)])))
          }
          let (sequence, body) = try stores[index].read {
            ($0.sequence, try $0.record(.callback, "1-n")?.body)
          }
          if body != "{\"n\":\(sequence)}" { failures.withLock { $0.append("\(sequence): \(body ?? "")") } }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    return try stores[0].contents().sequence
  }

  @Test func writersOfAMemoryStore() throws {
    let store = MemoryStore()
    #expect(try count([store, store, store], rounds: 300) == 900)
  }

  @Test func writersOfOneFileStore() throws {
    let store = try FileStore(opening: path)
    #expect(try count([store, store, store], rounds: 40) == 120)
  }

  @Test func writersOfManyFileStores() throws {
    let stores = try (0..<3).map { _ in try FileStore(opening: path, lockTimeout: .seconds(30)) }
    #expect(try count(stores, rounds: 40) == 120)
  }

  @Test func aReaderKeepsItsState() throws {
    let file = try FileStore(opening: path)
    for store in [MemoryStore(), file] as [any Store] {
      try store.put(.test("1-a"))
      try store.read { reader in
        try store.put(.test("1-b"))
        #expect(try reader.records(RecordQuery(.callback)).map(\.id) == ["1-a"])
        #expect(reader.sequence == 1)
      }
      #expect(try store.contents().records.map(\.id) == ["1-a", "1-b"])
    }
  }
}
