import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Programmers' mistakes stop the program with a sentence.
@Suite struct StoreMistakeTests {
  private func expect(_ result: ExitTest.Result?, _ words: String) {
    // An optimised program stops as well, but does not say why.
    #if DEBUG
      let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
      #expect(text.contains(words))
    #endif
  }

  @Test func aWriteInsideAWrite() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let store = MemoryStore()
      try store.write(.test) { _ in try store.put(.test("1-a")) }
    }
    expect(result, "called from inside its own write transaction")
  }

  @Test func aReadInsideAWrite() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let store = MemoryStore()
      try store.write(.test) { _ in _ = try store.contents() }
    }
    expect(result, "called from inside its own write transaction")
  }

  @Test func aWriteInsideAWriteOfAFile() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let directory = try TemporaryDirectory()
      let store = try FileStore.create(at: directory.path("store"))
      defer { try? FileManager.default.removeItem(atPath: directory.path) }
      try store.write(.test) { _ in try store.put(.test("1-a")) }
    }
    expect(result, "called from inside its own write transaction")
  }

  @Test func aTransactionThatIsKept() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var kept: (any StoreWriter)?
      try MemoryStore().write(.test) { kept = $0 }
      try kept?.put(.test("1-a"))
    }
    expect(result, "used after the body that received it had ended")
  }

  @Test func aBodyThatIsNoObject() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try MemoryStore().put(.test("1-a", body: "[]"))
    }
    expect(result, "is not one JSON object on one line")
  }

  @Test func aBodyOfTwoLines() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try MemoryStore().put(.test("1-a", body: "{\n}"))
    }
    expect(result, "is not one JSON object on one line")
  }
}
