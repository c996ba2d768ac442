import GMSTestSupport
import Testing

@testable import GMSCore

/// The set of rows, held against a set of numbers.
@Suite struct RowSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 128, 1000]) func randomRows(capacity: Int) throws {
    var random = SeededGenerator(seed: UInt64(capacity))
    for _ in 0..<40 {
      var set = RowSet(capacity: capacity)
      var model: Set<Int> = []
      #expect(set.isEmpty && set.count(in: 0..<capacity) == 0)
      for _ in 0..<(capacity == 0 ? 0 : Int.random(in: 0...50, using: &random)) {
        let number = Int.random(in: 0..<capacity, using: &random)
        set.insert(number)
        model.insert(number)
      }
      #expect(set.count == model.count)
      #expect(set.isEmpty == model.isEmpty)
      for number in -2..<capacity + 70 {
        let isIn = set.contains(number)
        #expect(isIn == model.contains(number))
      }
      for _ in 0..<50 {
        let (first, second) = (
          Int.random(in: 0...capacity, using: &random), Int.random(in: 0...capacity, using: &random)
        )
        let range = min(first, second)..<max(first, second)
        let expected = model.filter(range.contains).sorted()
        #expect(set.numbers(in: range).map(Int.init) == expected)
        #expect(set.count(in: range) == expected.count)
      }
      #expect(set.numbers(in: -5..<capacity + 500).count == model.count)
    }
  }

  @Test func unions() throws {
    var set = RowSet(capacity: 10)
    try set.formUnion([1, 2, 9])
    try set.formUnion([2, 3])
    #expect(set.numbers(in: 0..<10) == [1, 2, 3, 9])
    #expect(throws: IndexDamage.reference) { try set.formUnion([4, 10]) }
    #expect(throws: IndexDamage.reference) { try set.formUnion([.max]) }
  }
}
