import Foundation
import GMSCore
import GMSTestSupport

/// A small store with its past: four transactions on top of the first, of records and of the configuration.
struct StoreHistory {
  let files: StoreFiles
  /// What the store held after each transaction.
  private(set) var states: [StoreContents] = []
  /// How long the log was after each transaction.
  private(set) var ends: [Int] = []
  /// The document after each transaction.
  private(set) var documents: [[UInt8]] = []
  /// The log as it is in the end.
  private(set) var log: [UInt8] = []

  static let configurations = [
    Configuration(services: ["Support": ["_type": "ors"], "Sales": ["_ttl": "5"]]),
    Configuration(options: ["callback": ["filter-keys": "a"]], services: ["Support": ["_ttl": "7"]]),
    Configuration(services: ["Support": ["_ttl": "8", "_type": "ors"]]),
  ]

  /// Makes the store.
  ///
  /// - Parameters:
  ///   - times: when each transaction happened, in seconds after the tests' day began.
  ///   - endsWithConfiguration: whether the last transaction changes the configuration, too.
  /// - Throws: what making the store throws.
  init(times: [Double] = [0, 10, 20, 30, 40], endsWithConfiguration: Bool = false) throws {
    files = try StoreFiles()
    func change(_ number: Int) -> StoreChange {
      StoreChange(time: StoreChange.test.time + times[number], command: "step \(number)")
    }
    let store = try files.create(Self.configurations[0], time: change(0).time)
    try note(store)
    try store.write(change(1)) { store in
      try store.put(.test("1-a", due: 4, customer: "7"))
      try store.put(.test("1-b", service: "Sales", created: 1, body: #"{"text":"one"}"#))
    }
    try note(store)
    try store.write(change(2)) { store in
      try store.setConfiguration(Self.configurations[1])
      try store.put(.test("1-a", state: "QUEUED", due: 4, customer: "7"))
      try store.put(.test("1-c", created: 2, body: #"{"text":"ü"}"#))
    }
    try note(store)
    try store.write(change(3)) { store in
      try store.remove(.callback, "1-b")
      try store.put(.test("1-d", created: 3))
    }
    try note(store)
    try store.write(change(4)) { store in
      try store.put(.test("1-a", state: "COMPLETED", customer: "7"))
      try store.put(.test("1-e", created: 4))
      if endsWithConfiguration { try store.setConfiguration(Self.configurations[2]) }
    }
    try note(store)
    log = try files.bytes()
  }

  private mutating func note(_ store: FileStore) throws {
    states.append(try store.contents())
    ends.append(try files.bytes().count)
    documents.append(try files.bytes(StoreFiles.document))
  }

  /// The number of the last transaction.
  var last: Int { states.count - 1 }

  /// Where the bytes of a transaction stand.
  func range(of sequence: Int) -> Range<Int> { ends[sequence - 1]..<ends[sequence] }

  /// The number of the line, from 1, in which a byte of the sound log stands.
  func line(at offset: Int) -> Int { 1 + log[..<offset].count { $0 == 0x0A } }

  /// Where the line with a number, from 1, stands, without its line feed.
  func range(ofLine number: Int) -> Range<Int> {
    let feeds = log.indices.filter { log[$0] == 0x0A }
    return (number == 1 ? 0 : feeds[number - 2] + 1)..<feeds[number - 1]
  }

  /// Puts the files back as they were in the end.
  func restore() throws {
    try files.restore([StoreFiles.log: log, StoreFiles.document: documents[last]])
  }
}

extension CoreError {
  /// The line that the error names.
  var line: Int? { facts.first { $0.name == "line" }?.value.integerValue.map(Int.init) }
}
