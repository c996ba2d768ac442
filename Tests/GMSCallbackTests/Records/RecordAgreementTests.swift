import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Whatever text it is given, the fast reader reads what the tree's reader reads, or nothing; errors are the
/// tree's.
struct RecordAgreementTests {
  /// 20 seeds of 20 callbacks, each with 40 mutations: 16,000 texts, most of them wrong in one place.
  @Test(arguments: Array(UInt64(0)..<20))
  func mutatedTextsHaveOneOutcome(seed: UInt64) throws {
    var random = RandomCallback(seed: seed &+ 3000)
    var outcomes: [Outcome] = []
    for _ in 0..<20 {
      let callback = try random.next()
      let written =
        random.random.oneIn(3)
        ? JSONWriter.compact(RecordTextTests.version1(callback)) : callback.stored.body
      for _ in 0..<40 { outcomes.append(try Self.outcome(of: mutated(written, &random))) }
    }
    #expect(outcomes.count { $0 != .refused } > 20)
    #expect(outcomes.contains(.readFast))
  }

  /// What became of a text.
  enum Outcome { case refused, readByTree, readFast }

  /// Reads a text in every way, and expects that all agree.
  static func outcome(of text: String) throws -> Outcome {
    let reading = RecordReader.read(text)
    let tree = Result { try RecordTextTests.decoded(text) }
    let imported = Result { try Callback.record(importing: text) }
    switch (tree, imported) {
    case (.success(let callback), .success(let record)):
      let body = callback.stored
      #expect(record == body && RecordTextTests.isSame(record.body, body.body), "\(text)")
      let isWritten = RecordTextTests.isSame(text, body.body)
      guard let reading else {
        #expect(!isWritten || callback.priority.magnitude > 1_000_000, "\(text)")
        return .readByTree
      }
      #expect(reading.callback == callback, "\(text)")
      #expect(reading.isCanonical == isWritten, "\(text)")
      return .readFast
    case (.failure(let tree), .failure(let imported)):
      #expect(reading == nil, "\(text)")
      let error = try #require(imported as? CallbackError)
      if let tree = tree as? CallbackError {
        #expect(error == tree)
      } else {
        #expect(error["member"] == "body")
        #expect(error["expected"] == (tree as? CoreError)?["reason"])
      }
    case (.success, .failure(let error)): Issue.record("only the tree takes \(text): \(error)")
    case (.failure(let error), .success): Issue.record("the tree refuses \(text): \(error)")
    }
    return .refused
  }

  private static let tokens = [
    "\"", "\\", ",", ":", "{", "}", "[", "]", " ", "0", "1", "9", "-", "null", "true", "\"\"", "Z", "é", "_",
    #""ttl":1,"#, #""priority":0,"#, #""priority":-5,"#, #""agent":"kate","#, #","agent":"""#,
    #""until":"x","#,
    #","note":"n""#, #""attempts":{},"#, #","attempts":{"dials":0}"#, #","history":[]"#, #""_id":"1","#,
    #""requested":"2026-11-23T09:00:00.000Z","#, #""a":"b","#, #""_customer_number":"1","#, #""_url":"","#,
    #"2026-11-23T09:00:00.000Z"#, #"2026-11-23T09:00:00Z"#, #"\u0041"#, #"\u000A"#, #"\u001f"#, #"\/"#,
    "SCHEDULED", "QUEUED", "COMPLETED", "PAUSED", "ROUTING", "waiting-for-agent", "dialling", "submitting",
    "submitted", "snoozed", "999999999999999999999", "00", "1e3", "1.0",
  ]

  /// The text with one to two small changes.
  private func mutated(_ text: String, _ random: inout RandomCallback) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...2, using: &random.random) {
      let at = Int.random(in: 0..<max(1, bytes.count), using: &random.random)
      let end = min(bytes.count, at + Int.random(in: 1...12, using: &random.random))
      switch Int.random(in: 0..<7, using: &random.random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 2: bytes.insert(contentsOf: random.pick(Self.tokens).utf8, at: at)
      case 3: bytes.replaceSubrange(at..<end, with: random.pick(Self.tokens).utf8)
      case 4: bytes[at] = UInt8.random(in: 0x20..<0x7F, using: &random.random)
      default:
        // A token in the place of a whole text or after a comma goes deeper than the grammar.
        let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
        guard quotes.count > 2 else { continue }
        let quote = Int.random(in: 0..<quotes.count - 1, using: &random.random)
        let place = quotes[quote]
        if random.random.oneIn(2) {
          bytes.replaceSubrange(place + 1..<quotes[quote + 1], with: random.pick(Self.tokens).utf8)
        } else {
          bytes.insert(contentsOf: random.pick(Self.tokens).utf8, at: place)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
