import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Pages while callbacks come and go, and the texts of cursors.
struct PageTests {
  /// Whatever is added, cancelled or taken away between two pages: nothing comes twice, and what stayed is
  /// not left out.
  @Test(arguments: UInt64(0)..<60)
  func pagesWhileCallbacksChange(seed: UInt64) throws {
    var crowd = try Crowd(seed: seed, count: 80)
    let atFirst = Set(crowd.callbacks.map(\.id))
    var removed: Set<CallbackID> = []
    var seen: [CallbackCursor] = []
    var cursor: CallbackCursor?
    let size = crowd.pick([1, 4, 9, 30])
    let filter = CallbackFilter(
      conditions: seed.isMultiple(of: 2) ? [] : [PropertyCondition(key: "lob", value: "!nothing")]
    )
    repeat {
      let page = try crowd.engine.page(filter, after: cursor, size: size)
      seen += page.callbacks.map(CallbackCursor.init(after:))
      cursor = page.next
      // Else a walk in small steps might never end.
      if seen.count < 60 { for _ in 0..<3 { try crowd.add() } }
      removed.insert(try crowd.removeOne())
      removed.insert(try crowd.removeOne())
      let live = crowd.callbacks.first { $0.state.name == .queued }
      if let live {
        try crowd.engine.cancelMany(
          [live.id.text],
          skipMissing: true,
          RequestContext(now: nine, command: "test")
        )
      }
    } while cursor != nil
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Set(seen.map(\.id)).isSuperset(of: atFirst.subtracting(removed)))
  }

  /// A cursor needs no record: that of the page before may be gone.
  @Test func aCursorWhoseRecordIsGone() throws {
    let crowd = try Crowd(seed: 3, count: 30)
    let first = try crowd.engine.page(size: 10)
    let next = try #require(first.next)
    let before = try crowd.engine.page(after: next, size: 100).callbacks
    try crowd.store.write(Crowd.change) { _ = try $0.remove(.callback, next.id.text) }
    #expect(try crowd.engine.page(after: next, size: 100).callbacks == before)
    #expect(before.count == 20)
  }

  @Test func thePageBehindTheLastIsEmpty() throws {
    let crowd = try Crowd(seed: 3, count: 3)
    let last = try #require(crowd.callbacks.map(CallbackCursor.init(after:)).max())
    let page = try crowd.engine.page(after: last)
    #expect(page == CallbackPage(callbacks: [], next: nil))
    let exact = try crowd.engine.page(size: 3)
    #expect(exact.callbacks.count == 3)
    #expect(exact.next == nil)
  }

  @Test func allAtTheSameTime() throws {
    let store = MemoryStore()
    var crowd = try Crowd(seed: 9, count: 0, in: store)
    try store.write(Crowd.change) { writer in
      for _ in 0..<200 {
        let callback = crowd.make()
        let machine = CallbackStateMachine(state: callback.state, desired: nine, timeToLive: 86_400)
        let same = Callback(
          id: callback.id,
          service: "a",
          created: callback.created,
          requested: nine,
          priority: 0,
          properties: [:],
          machine: machine,
          history: []
        )
        try writer.put(same.stored)
      }
    }
    var seen: [CallbackID] = []
    var cursor: CallbackCursor?
    repeat {
      let page = try crowd.engine.page(after: cursor, size: 33)
      seen += page.callbacks.map(\.id)
      cursor = page.next
    } while cursor != nil
    #expect(seen.count == 200)
    #expect(seen == seen.sorted())
  }

  @Test func cursorsReadWhatTheyPrint() throws {
    let id = try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")
    let cursor = CallbackCursor(desired: nine.addingTimeInterval(0.0624), id: id)
    #expect(cursor.description == "2026-11-23T09:00:00.062Z/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")
    #expect(try CallbackCursor(cursor.description) == cursor)
    #expect(try CallbackCursor("2026-11-23T10:00:00.062+01:00/\(id)") == cursor)
  }

  @Test(arguments: [
    "", "/", "x", "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "2026-11-23T09:00:00Z",
    "2026-11-23T09:00:00Z/", "2026-11-23T09:00:00Z/x", "soon/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "2026-11-23T09:00:00Z/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10/",
    "2026-02-30T09:00:00Z/1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
  ])
  func whatIsNoCursor(text: String) {
    let error = #expect(throws: CallbackError.self) { try CallbackCursor(text) }
    #expect(
      error?.description
        == """
        '\(text)' is no place in a list of callbacks; give the desired time and the id of a callback with '/' \
        between them
        """
    )
  }
}
