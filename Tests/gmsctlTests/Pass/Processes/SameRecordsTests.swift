import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The same commands through the library in memory, through the library on files, and through processes of gmsctl leave
/// the same records, byte for byte, and are refused alike.
@Suite("Library, files and processes", .serialized)
struct SameRecordsTests {
  /// How many commands a run has (`GMS_SAME_RECORDS`); each starts a process.
  private static let commands =
    ProcessInfo.processInfo.environment["GMS_SAME_RECORDS"].flatMap { Int($0) } ?? 25

  private static let kinds: [RecordKind] = [.callback, .notification, .instance, .storage, .booking, .node]

  @Test("keep the same records", arguments: [1, 2, 3])
  func sameRecords(_ seed: UInt64) throws {
    let text = [
      SearchCompany.originatedDelayed, SearchCompany.terminated, SearchCompany.originatedImmediate,
    ][Int(seed) % 3]
    let (files, processes) = (
      try CommandLineHarness(configuration: text), try CommandLineHarness(configuration: text)
    )
    let fileStore = try FileStore(opening: files.store)
    let memoryStore = MemoryStore()
    try Self.prepare(memoryStore, like: fileStore, text)
    #expect(try Self.export(memoryStore) == Self.export(fileStore))

    let (memory, file) = (CallbackEngine(store: memoryStore), CallbackEngine(store: fileStore))
    let policy = try fileStore.read {
      try CallbackPolicy(ConfiguredService("support", in: $0.configuration()))
    }
    var drawn = DrawnCommands(seed: seed)
    var refused: [String: Int] = [:]
    var log: [String] = []
    for number in 0..<Self.commands {
      let callbacks = try memoryStore.read {
        try $0.records(RecordQuery(.callback, order: .created)).map(Callback.init(stored:))
      }
      let command = drawn.next(callbacks, policy)
      log.append(command.words.joined(separator: " "))
      let expected = try command.perform(memory)
      #expect(try command.perform(file) == expected, "\(log.joined(separator: "\n"))")
      let ending = try ChildProcess.run(command.words, store: processes.store, killAfter: nil)
      let code = try ending.code == 0 ? nil : JSONReader.read(ending.errors)["error"]?.stringValue
      #expect(code == expected, "\(ending.errors)\n\(log.joined(separator: "\n"))")
      if let expected { refused[expected, default: 0] += 1 }
      if number % 8 == 7 || number == Self.commands - 1 {
        let records = try Self.export(memoryStore)
        let same =
          try records == Self.export(fileStore) && records == processes.answer("store export")
        #expect(same, "after \(log.joined(separator: "\n"))")
        guard same else { return }
      }
    }
    // A run in which nothing happens proves nothing.
    #expect(refused.values.reduce(0, +) < Self.commands / 2, "\(refused)")
    #expect(try memoryStore.read { try $0.count(RecordQuery(.callback)) } > 1)
    print(
      "same records, seed \(seed): \(Self.commands) commands, refused \(refused.sorted { $0.key < $1.key })"
    )
  }

  /// Gives a store in memory the configuration, and as many transactions as the other has: ids depend on their number.
  private static func prepare(_ store: MemoryStore, like other: FileStore, _ text: String) throws {
    let change = StoreChange(time: SearchCompany.start, command: "prepare", isDryRun: true)
    let wanted = try other.write(change) { $0.sequence }
    let configuration = try ConfigurationReader.read(text)
    for number in 1...wanted {
      try store.write(StoreChange(time: SearchCompany.start, command: "prepare")) { writer in
        var filler = Configuration()
        filler.options["callback"] = ["max_queued_callbacks_per_service": "\(number)"]
        try writer.setConfiguration(number == wanted ? configuration : filler)
      }
    }
  }

  /// What `gmsctl store export` writes of a store.
  private static func export(_ store: any Store) throws -> String {
    try store.read { reader in
      var bytes: [UInt8] = []
      try StoreExport(kinds).write(reader) { block, _ in bytes += block }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
