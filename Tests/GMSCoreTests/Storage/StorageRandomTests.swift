import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Random commands to the storage, beside a dictionary that does the same slowly.
struct StorageRandomTests {
  private struct Model {
    var expires: Date
    var values: [String: StorageValue]
  }

  @Test(arguments: EveryStore.allCases)
  func agreesWithADictionary(_ kind: EveryStore) throws {
    for seed in 0..<(kind == .file ? 6 : 40) {
      try kind.run { store in try walk(StorageService(store: store), UInt64(seed)) }
    }
  }

  private func walk(_ storage: StorageService, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var model: [String: Model] = [:]
    var seconds = 0.0
    for step in 0..<150 {
      seconds += Double.random(in: 0...4, using: &random)
      let now = StorageTests.now + (seconds * 1000).rounded() / 1000
      let context = RequestContext(now: now, randomness: .seed(seed), node: 2)
      let id = model.keys.sorted().randomElement(using: &random) ?? "none"
      let isThere = model[id].map { now < $0.expires } ?? false
      let key = ["a", "b", "c"].randomElement(using: &random) ?? "a"
      let value = StorageValue((0..<3).map { _ in UInt8.random(in: 100...200, using: &random) })
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1:
        let timeToLive = Int.random(in: -5...30, using: &random)
        let item = try storage.put([key: value], timeToLive: String(timeToLive), context)
        #expect(model[item.id.text] == nil)
        let kept = timeToLive > 0 ? timeToLive : 30
        model[item.id.text] = Model(expires: now + Double(kept), values: [key: value])
      case 2, 3:
        let renewed = Bool.random(using: &random) ? Int.random(in: 1...20, using: &random) : nil
        let updated = try? storage.update(id, [key: value], timeToLive: renewed.map(String.init), context)
        #expect((updated != nil) == isThere)
        guard isThere else { continue }
        model[id]?.values[key] = value
        if let renewed { model[id]?.expires = now + Double(renewed) }
      case 4:
        let done: Void? = try? storage.delete(id, key: key, context)
        #expect((done != nil) == (isThere && model[id]?.values[key] != nil))
        if done != nil { model[id]?.values[key] = nil }
      case 5:
        let done: Void? = try? storage.delete(id, context)
        #expect((done != nil) == isThere)
        if done != nil { model[id] = nil }
      default:
        let swept = try storage.store.sweep(at: now)
        let over = model.filter { $0.value.expires <= now }
        #expect(swept == over.count)
        for id in over.keys { model[id] = nil }
      }
      for (id, expected) in model {
        let item = try? storage.item(id, context)
        let message: Comment = "seed \(seed), step \(step)"
        #expect(item?.values == (now < expected.expires ? expected.values : nil), message)
      }
    }
    let exported = try storage.store.read { try $0.records(RecordQuery(.storage)) }
    #expect(exported.count == model.count)
    for record in exported { #expect(try RecordCodec.storage.read(record.body) == record) }
  }
}
