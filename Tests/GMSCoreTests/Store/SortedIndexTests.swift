import GMSTestSupport
import Testing

@testable import GMSCore

/// The index is internal, and its promises are worth their own test: order, chunk sizes, ranges.
@Suite struct SortedIndexTests {
  private func all(_ index: SortedIndex) -> [IndexEntry] {
    var run = index.run(.all)
    var entries: [IndexEntry] = []
    while let entry = run.next() { entries.append(entry) }
    return entries
  }

  private func check(_ index: SortedIndex, _ expected: [IndexEntry]) {
    #expect(all(index) == expected)
    #expect(index.count == expected.count)
    #expect(index.run(.all).count == expected.count)
    #expect(index.chunks.allSatisfy { !$0.isEmpty && $0.count <= SortedIndex.longest })
  }

  @Test(arguments: UInt64(1)...4) func randomEntriesStaySorted(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var index = SortedIndex()
    var model: Set<String> = []
    var entries: [String: IndexEntry] = [:]
    for step in 0..<6000 {
      // Grows to thousands, then shrinks, so that chunks are split and joined.
      let grows = random.oneIn(3) != (step < 4000)
      let entry = IndexEntry(
        time: Int64.random(in: 0..<40, using: &random),
        id: "\(Int.random(in: 0..<300, using: &random))"
      )
      let key = "\(entry.time)/\(entry.id)"
      if grows {
        let isNew = model.insert(key).inserted
        let isInserted = index.insert(entry)
        #expect(isInserted == isNew)
        entries[key] = entry
      } else if let key = random.oneIn(2) ? key : model.randomElement(using: &random) {
        let wasThere = model.remove(key) != nil
        let isRemoved = index.remove(entries[key] ?? entry)
        #expect(isRemoved == wasThere)
        entries[key] = nil
      }
      if step % 500 == 0 || step == 5999 { check(index, entries.values.sorted()) }
    }
    for lower in Int64(-1)...41 {
      let expected = entries.values.filter { $0.time >= lower && $0.time < lower + 3 }.sorted()
      let run = index.run(TimeBounds(lower: lower, upper: lower + 3))
      #expect(run.count == expected.count)
      var times: [Int64] = []
      run.appendTimes(to: &times)
      #expect(times == expected.map(\.time))
    }
  }

  @Test func entriesThatComeInOrderFillTheirChunks() {
    var index = SortedIndex()
    for time in 0..<10_240 { index.insert(IndexEntry(time: Int64(time), id: "a")) }
    #expect(index.chunks.count == 20)
    for time in 0..<10_240 {
      let isRemoved = index.remove(IndexEntry(time: Int64(time), id: "a"))
      #expect(isRemoved)
    }
    #expect(index.isEmpty)
    #expect(index.chunks.isEmpty)
  }

  @Test func anEmptyIndexAnswersNothing() {
    var index = SortedIndex()
    #expect(index.run(.all).count == 0)
    #expect(index.run(TimeBounds(lower: 5, upper: 5)).first == nil)
    let isRemoved = index.remove(IndexEntry(time: 0, id: ""))
    #expect(!isRemoved)
  }

  @Test func runsAreMerged() {
    var random = SeededGenerator(seed: 9)
    var indexes = Array(repeating: SortedIndex(), count: 7)
    var entries: [IndexEntry] = []
    for number in 0..<3000 {
      let entry = IndexEntry(time: Int64.random(in: 0..<100, using: &random), id: "\(number)")
      indexes[Int.random(in: 0..<6, using: &random)].insert(entry)
      entries.append(entry)
    }
    var merged = MergedRuns(indexes.map { $0.run(.all) })
    var found: [IndexEntry] = []
    while let entry = merged.next() { found.append(entry) }
    #expect(found == entries.sorted())
  }
}
