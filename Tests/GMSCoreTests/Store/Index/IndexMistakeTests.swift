import GMSTestSupport
import Testing

@testable import GMSCore

/// Mistakes of whoever builds or asks a run stop the program with a sentence.
@Suite struct IndexMistakeTests {
  private func expect(_ result: ExitTest.Result?, _ words: String) {
    #if DEBUG
      let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
      #expect(text.contains(words))
    #endif
  }

  @Test func killsThatDoNotAscend() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try IndexRunBuilder(rows: [], partitions: [], coverage: IndexFixture.coverage, kills: [[1, 1]]) {
        _ in ""
      }
    }
    expect(result, "must ascend")
  }

  @Test func tooManyRunsBelow() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let kills = [[UInt32]](repeating: [], count: 65)
      _ = try IndexRunBuilder(rows: [], partitions: [], coverage: IndexFixture.coverage, kills: kills) { _ in
        ""
      }
    }
    expect(result, "at most 64")
  }

  @Test func aPartitionThatIsNotThere() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var partitions = IndexPartitions()
      let rows = IndexFixture.samples(3, .few, seed: 1).map { IndexFixture.row($0, at: 0, &partitions) }
      _ = try IndexRunBuilder(rows: rows, partitions: [], coverage: IndexFixture.coverage) { _ in "" }
    }
    expect(result, "a partition that the run does not have")
  }

  @Test func aRowThatIsNotThere() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try IndexFixture(IndexFixture.samples(3, .few, seed: 1)).run.row(3)
    }
    expect(result, "no such row")
  }

  @Test func aRunBelowThatIsNotThere() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try IndexFixture(IndexFixture.samples(3, .few, seed: 1)).run.kills(of: 3)
    }
    expect(result, "no such run below")
  }

  @Test func aRowWithoutAPlaceInTheSet() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var set = RowSet(capacity: 64)
      set.insert(64)
    }
    expect(result, "no place for it")
  }
}
