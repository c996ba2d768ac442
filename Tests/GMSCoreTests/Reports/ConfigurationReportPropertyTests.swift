import GMSCore
import GMSTestSupport
import Testing

/// A report reads what the reader reads, and refuses where reading and checking refuse.
struct ConfigurationReportPropertyTests {
  /// Compares the report of a text with what reading and checking it say.
  private func compare(_ text: String) {
    let report = ConfigurationReport(text)
    let refused = report.lines.filter { $0.verdict == .refused }
    do {
      let configuration = try ConfigurationReader.read(text)
      #expect(report.configuration == configuration, "\(text)")
      do {
        try ConfigurationValidator().check(configuration)
        #expect(refused.map(\.description) == [], "\(text)")
      } catch {
        #expect(refused.contains { $0.sentence == error.description }, "\(error)\n\(refused)\n\(text)")
      }
    } catch {
      let line = error.facts.first { $0.name == "line" }?.value.integerValue
      #expect(!refused.isEmpty, "\(text)")
      if let line { #expect(refused.contains { $0.number == Int(line) }, "\(error)\n\(text)") }
    }
    let count = text.utf8.count { $0 == 0x0A } + 1
    #expect(report.lines.allSatisfy { (1...count).contains($0.number) })
    #expect(report.lines == report.lines.sorted())
  }

  @Test(arguments: UInt64(1)...10)
  func ofRandomConfigurations(seed: UInt64) {
    var draw = RandomConfiguration(seed: 500 + seed)
    for _ in 0..<40 {
      let configuration = draw.configuration()
      for format in ConfigurationFormat.allCases {
        guard let text = try? ConfigurationWriter.print(configuration, as: format) else { continue }
        compare(text)
      }
    }
  }

  /// Sound texts from which pieces are taken, doubled or exchanged.
  @Test(arguments: UInt64(1)...10)
  func ofDamagedTexts(seed: UInt64) throws {
    var random = SeededGenerator(seed: 600 + seed)
    let texts = try ConfigurationFormat.allCases.map {
      Array(try ConfigurationWriter.print(ReferenceTests.company, as: $0).unicodeScalars)
    }
    for _ in 0..<150 {
      var scalars = texts[Int.random(in: 0..<texts.count, using: &random)]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let start = Int.random(in: 0..<scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0...6, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: scalars.removeSubrange(start..<end)
        case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
        case 2:
          scalars.insert(
            contentsOf: Array("[]{}\"'=#;,\\\n\r $".unicodeScalars.shuffled(using: &random).prefix(2)),
            at: start
          )
        default: scalars.swapAt(start, Int.random(in: 0..<scalars.count, using: &random))
        }
        if scalars.isEmpty { break }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      compare(text)
    }
  }
}
