import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Nodes: what they do with requests, and when they were last heard of.
struct NodeTests {
  private let store = MemoryStore()
  private var nodes: NodeRegistry { NodeRegistry(store: store) }

  private func context(_ seconds: Double = 0, node: Int = 1, dryRun: Bool = false) -> RequestContext {
    DeskFixture.context(seconds, node: node, dryRun: dryRun)
  }

  private var sequence: Int { (try? store.read { $0.sequence }) ?? -1 }

  @Test("a node that nobody has set is ONLINE, not silent and not listed")
  func unset() throws {
    let node = try nodes.node(3)
    #expect(node == Node(3))
    #expect(node.status == .online)
    #expect(node.lastSeen == nil)
    #expect(!node.isSilent(at: .distantFuture))
    #expect(try nodes.nodes() == [])
    #expect(
      JSONWriter.compact(NodeAnswer.node(node, at: DeskFixture.now))
        == #"{"number":3,"host":null,"status":"ONLINE","created":null,"last_seen":null,"silent":false}"#
    )
  }

  @Test("several nodes have a status of their own, listed by number")
  func several() throws {
    try nodes.set(.offline, host: "gms-10", context(node: 10))
    try nodes.set(.shutdown, context(1, node: 2))
    try nodes.set(.online, context(2, node: 10))
    let all = try nodes.nodes()
    #expect(all.map(\.number) == [2, 10])
    #expect(all.map(\.status) == [.shutdown, .online])
    // The host that is known stays, and so does the first sign of life.
    #expect(all.map(\.host) == [nil, "gms-10"])
    #expect(all[1].created == DeskFixture.now)
    #expect(all[1].lastSeen == DeskFixture.now.addingTimeInterval(2))
    #expect(try nodes.set(.online, host: "b", context(3, node: 10)).host == "b")
  }

  @Test("silence begins at its limit, to the millisecond")
  func silence() throws {
    let node = try nodes.set(.online, context())
    #expect(!node.isSilent(at: DeskFixture.now.addingTimeInterval(179.999)))
    #expect(node.isSilent(at: DeskFixture.now.addingTimeInterval(180)))
    #expect(!node.isSilent(at: DeskFixture.now.addingTimeInterval(-9999)))
  }

  @Test("a clock that goes back takes no sign of life away")
  func earlier() throws {
    try nodes.set(.online, context(100))
    let node = try nodes.set(.offline, context(0))
    #expect(node.status == .offline)
    #expect(node.lastSeen == DeskFixture.now.addingTimeInterval(100))
    #expect(node.created == DeskFixture.now.addingTimeInterval(100))
  }

  @Test("a dry run decides and writes nothing")
  func dryRun() throws {
    #expect(try nodes.set(.offline, context(dryRun: true)).status == .offline)
    #expect(try nodes.node(1).status == .online)
    #expect(sequence == 0)
  }

  @Test("a node that is forgotten is as if nobody had set it")
  func forget() throws {
    try nodes.set(.shutdown, context(node: 2))
    #expect(try nodes.forget(context(node: 2)).status == .shutdown)
    #expect(try nodes.node(2) == Node(2))
    let error = #expect(throws: CoreError.self) { try nodes.forget(context(node: 2)) }
    #expect(error?.description == "nothing was ever said about node '2'; set its status first")
    #expect(error?.category == .notFound)
  }

  @Test("the driver renews a sign of life once a minute, and only of a node that was set")
  func renewal() throws {
    func renew(_ seconds: Double, node: Int = 1) throws {
      try store.write(context(seconds, node: node).change) {
        try Node.renew(context(seconds, node: node), $0)
      }
    }
    try renew(0)
    #expect(sequence == 0)
    try nodes.set(.offline, context())
    try renew(59.999)
    try renew(60, node: 2)
    #expect(sequence == 1)
    try renew(60)
    #expect(sequence == 2)
    let node = try nodes.node(1)
    #expect(node.lastSeen == DeskFixture.now.addingTimeInterval(60))
    #expect(node.status == .offline)
    #expect(try nodes.nodes().count == 1)
  }

  @Test(
    "a host is one printable word",
    arguments: ["", "two words", "é", "a\tb", String(repeating: "a", count: 254)]
  )
  func malformedHost(_ host: String) {
    let error = #expect(throws: CoreError.self) { try nodes.set(.online, host: host, context()) }
    #expect(error?.code == .malformedHost)
    #expect(error?.status == 400)
    #expect(sequence == 0)
  }

  @Test("records read back equal, whatever the instant")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 7)
    for number in 0..<500 {
      let seconds = Double.random(in: -1e9...1e9, using: &generator)
      let context = context(seconds, node: number * 1_999_999)
      let node = try nodes.set(
        NodeStatus.allCases[number % 3],
        host: number % 2 == 0 ? nil : "gms-\(number)",
        context
      )
      let record = try #require(node.stored)
      #expect(try Node(stored: record) == node)
      #expect(try RecordCodec.node.read(record.body) == record)
      #expect(try nodes.node(node.number) == node)
    }
    #expect(try nodes.nodes().count == 500)
  }

  struct Malformed: CustomTestStringConvertible, Sendable {
    let line: String
    let sentence: String

    var testDescription: String { line }
  }

  private static let times = #""created":"2025-01-06T14:00:00.000Z","last_seen":"2025-01-06T14:00:00.000Z""#

  static let malformed: [Malformed] = [
    Malformed(line: "[]", sentence: "the node record is damaged at 'record'; give an object"),
    Malformed(
      line: #"{"number":1,"status":"OFLINE",\#(times)}"#,
      sentence: "the node record is damaged at 'status': 'OFLINE'; give ONLINE, OFFLINE or SHUTDOWN"
    ),
    Malformed(
      line: #"{"number":-1,"status":"ONLINE",\#(times)}"#,
      sentence: "the node record is damaged at 'number': '-1'; give a whole number of 1 to 9 digits"
    ),
    Malformed(
      line: #"{"number":1000000000,"status":"ONLINE",\#(times)}"#,
      sentence: "the node record is damaged at 'number': '1000000000'; give a whole number of 1 to 9 digits"
    ),
    Malformed(
      line: #"{"number":"1","status":"ONLINE",\#(times)}"#,
      sentence: "the node record is damaged at 'number': '1'; give a whole number of 1 to 9 digits"
    ),
    Malformed(
      line: #"{"number":1,"host":"a b","status":"ONLINE",\#(times)}"#,
      sentence:
        "the node record is damaged at 'host': 'a b'; give 1 to 253 printable ASCII characters without spaces"
    ),
    Malformed(
      line: #"{"number":1,"hots":"a","status":"ONLINE",\#(times)}"#,
      sentence: "the node record is damaged at 'hots'; give 'host'"
    ),
    Malformed(
      line: #"{"number":1,"status":"ONLINE","created":"2025-01-06T14:00:00.000Z","last_seen":"yesterday"}"#,
      sentence:
        "the node record is damaged at 'last_seen': 'yesterday'; give a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
    Malformed(
      line:
        #"{"number":1,"status":"ONLINE","created":"2025-01-06T14:00:00.001Z","last_seen":"2025-01-06T14:00:00.000Z"}"#,
      sentence:
        "the node record is damaged at 'last_seen': '2025-01-06T14:00:00.000Z'; give a time that is not before 'created'"
    ),
  ]

  @Test(arguments: malformed)
  func refuses(_ malformed: Malformed) {
    let error = #expect(throws: CoreError.self) { try RecordCodec.node.read(malformed.line) }
    #expect(error?.code == .malformedRecord)
    #expect(error?.description == malformed.sentence)
  }

  @Test("a record that does not read is damage, named by its id")
  func damage() throws {
    try store.write(context().change) { writer in
      let keys = RecordKeys(service: "", state: "ONLINE", time: DeskFixture.now, created: DeskFixture.now)
      try writer.put(StoredRecord(kind: .node, id: "2", keys: keys, body: "{}"))
      let record = try #require(try Node(3).stored(at: DeskFixture.now))
      try writer.put(StoredRecord(kind: .node, id: "4", keys: keys, body: record.body))
    }
    let error = #expect(throws: CoreError.self) { try nodes.node(2) }
    #expect(error?.category == .unusableStore)
    #expect(
      error?.description == "the node record '2' is damaged at 'number'; give a whole number of 1 to 9 digits"
    )
    let other = #expect(throws: CoreError.self) { try nodes.node(4) }
    #expect(other?.description == "the node record '4' is damaged at 'number': '3'; give '4'")
  }
}

extension Node {
  /// The record of a node that was set at an instant.
  fileprivate func stored(at now: Date) throws -> StoredRecord? {
    try NodeRegistry(store: MemoryStore()).set(.online, RequestContext(now: now, node: number)).stored
  }
}
