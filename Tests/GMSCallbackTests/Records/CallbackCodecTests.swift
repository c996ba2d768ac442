import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Callbacks pass through lines that people may have edited.
struct CallbackCodecTests {
  /// Callbacks of every policy, somewhere in their lives.
  private static func callbacks(_ seed: UInt64) throws -> [Callback] {
    try Policies.all.map { _, policy in
      var random = SeededGenerator(seed: seed)
      var walk = try RandomWalk(policy: policy, seed: seed)
      walk.run(steps: Int.random(in: 0...15, using: &random))
      return walk.callback
    }
  }

  @Test(arguments: 0..<20)
  func linesReadBack(batch: UInt64) throws {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var draw = RandomJSON(seed: seed)
      for callback in try Self.callbacks(seed) {
        let record = callback.stored
        #expect(try RecordCodec.callback.read(record.body) == record)

        var members = try JSONReader.read(record.body).members ?? []
        members.removeAll { $0.name == "_expiration_time" || $0.name == "_url" }
        if draw.random.oneIn(2) { members.append(.init("_expiration_time", "2001-01-01T00:00:00.000Z")) }
        if draw.random.oneIn(2) { members.append(.init("_url", "/somewhere/else")) }
        let edited = draw.looseText(.object(members.shuffled(using: &draw.random)))
        let read = try RecordCodec.callback.read(edited)
        #expect(read == record, "seed \(seed)")
        #expect(read.body.utf8.elementsEqual(record.body.utf8), "seed \(seed)")
      }
    }
  }

  @Test func onlyLiveCallbacksNeedAService() throws {
    var callback = try newCallback(Policies.customerFirst)
    #expect(RecordCodec.callback.serviceTemplate(callback.stored) == "callback")
    try callback.apply(.cancelled, at: nine(-3000), policy: Policies.customerFirst)
    #expect(RecordCodec.callback.serviceTemplate(callback.stored) == nil)
    #expect(RecordCodec.callback.kind == .callback)
  }

  @Test(arguments: ["", "x", "[]", "{}", #"{"_id":"1-x"}"#])
  func otherTextIsRefused(_ text: String) {
    #expect(throws: (any Error).self) { try RecordCodec.callback.read(text) }
  }
}
