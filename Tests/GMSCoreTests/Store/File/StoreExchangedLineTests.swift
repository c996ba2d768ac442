import GMSCore
import GMSTestSupport
import Testing

/// Lines of one length that somebody exchanges: each fits its checksum, and stands where the index says one is.
@Suite(.timeLimit(.minutes(20))) struct StoreExchangedLineTests {
  @Test func noLineIsAnsweredInTheOthersPlace() throws {
    let files = try StoreFiles()
    let store = try files.create(Configuration(), tuning: StoreIndexFileTests.tuning)
    for number in 0..<60 {
      try store.write(.test) { store in
        for part in 0..<2 {
          try store.put(.test("1-\(100 + number * 2 + part)", time: Double(number % 10), created: 100))
        }
      }
    }
    let answers = try answers(store)
    let covered = try store.information().indexedBytes
    #expect(covered > 4000)
    let lines = try files.bytes().split(separator: 0x0A, omittingEmptySubsequences: true)
    let puts = lines.indices.filter { lines[$0].endIndex < covered && isPut(lines[$0]) }
    var refused = 0
    for (at, first) in puts.enumerated() {
      for second in puts[(at + 1)...].prefix(7) where lines[first].count == lines[second].count {
        var exchanged = lines
        exchanged.swapAt(first, second)
        try files.overwrite(with: exchanged.flatMap { $0 + [0x0A] })
        let place = "lines \(first + 1) and \(second + 1)"
        do {
          let found = try self.answers(files.open(tuning: StoreIndexFileTests.tuning))
          #expect(found == answers, "\(place)")
        } catch let error as CoreError {
          #expect(error.code == .storeDamaged, "\(place): \(error)")
          refused += 1
        }
      }
    }
    #expect(refused > 300)
  }

  private func isPut(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line, as: UTF8.self).contains("\"put\":")
  }

  private func answers(_ store: any Store) throws -> [String] {
    try store.read { reader in
      try reader.records(RecordQuery(.callback)).map { "\($0.id) \($0.body)" }
    }
  }
}
