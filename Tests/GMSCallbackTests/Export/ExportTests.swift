import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Exports against what lists answer, comma-separated values through Python's reader of them.
struct ExportTests {
  private func text(_ crowd: Crowd, _ filter: CallbackFilter, _ export: CallbackExport) throws -> (
    String, Int
  ) {
    var bytes: [UInt8] = []
    let count = try crowd.engine.export(filter, as: export) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), count)
  }

  @Test(arguments: UInt64(0)..<20)
  func jsonIsWhatIsListed(seed: UInt64) throws {
    var crowd = try Crowd(seed: seed, count: 40)
    var filter = crowd.filter()
    filter.services.remove(Crowd.gone)
    var answers: [String] = []
    try crowd.engine.forEachAnswer(filter) { answers.append(String(decoding: $1, as: UTF8.self)) }
    let (lines, count) = try text(crowd, filter, CallbackExport(.jsonl))
    #expect(lines == answers.map { $0 + "\n" }.joined())
    #expect(count == answers.count)
    let (array, _) = try text(crowd, filter, CallbackExport(.json))
    #expect(array == "[\(answers.joined(separator: ","))]\n")
    let (chosen, _) = try text(crowd, filter, CallbackExport(.jsonl, columns: ["lob", "Phone", "_id"]))
    let expected = try answers.map { answer in
      let members = try JSONReader.read(answer)
      return JSONWriter.compact(
        .object(
          ["lob", "_customer_number", "_id"].compactMap { name in members[name].map { .init(name, $0) } }
        )
      )
    }
    #expect(chosen == expected.map { $0 + "\n" }.joined())
  }

  @Test(.enabled(if: CSVOracle.isAvailable, "there is no python3 here"), arguments: UInt64(0)..<8)
  func commaSeparatedValuesAreReadByOthers(seed: UInt64) throws {
    var crowd = try Crowd(seed: seed, count: [0, 1, 30, 90][Int(seed % 4)])
    var filter = crowd.filter()
    filter.services.remove(Crowd.gone)
    let columns = try crowd.engine.columns(of: filter.services.isEmpty ? nil : filter.services)
    for guardsFormulas in [false, true] {
      let (csv, count) = try text(crowd, filter, CallbackExport(.csv, guardsFormulas: guardsFormulas))
      let rows = try CSVOracle.read(csv)
      #expect(rows.first == columns.names.map(columns.aliases.heading))
      var expected: [[String]] = []
      try crowd.engine.forEachAnswer(filter) { _, answer in
        let members = try JSONReader.read(answer)
        expected.append(
          columns.names.map { name in
            let cell = members[name]?.stringValue ?? ""
            let isFormula = ["=", "+", "-", "@"].contains { cell.hasPrefix($0) }
            return guardsFormulas && isFormula ? "'" + cell : cell
          }
        )
      }
      #expect(Array(rows.dropFirst()) == expected)
      #expect(count == expected.count)
    }
  }

  @Test func theBytesOfASmallExport() throws {
    let crowd = try Crowd(
      seed: 2,
      count: 0,
      section: ["callback_column_alias": #"{"lob":"Line, \"of\" business"}"#]
    )
    // A comma cannot stand in an alias, so the engine refuses it whole.
    let error = #expect(throws: CoreError.self) { try text(crowd, CallbackFilter(), CallbackExport()) }
    #expect(error?.code == .invalidOption)
    let plain = try Crowd(seed: 2, count: 0)
    #expect(
      try text(plain, CallbackFilter(services: ["a"]), CallbackExport()).0
        == "_id,_desired_time,_service_name,_callback_state,_expiration_time,Phone,_url,_callback_reason,"
        + "Line Of Business\r\n"
    )
    #expect(try text(plain, CallbackFilter(), CallbackExport(.json)).0 == "[]\n")
    #expect(try text(plain, CallbackFilter(), CallbackExport(.jsonl)).0 == "")
    let filter = CallbackFilter()
    #expect(try text(plain, filter, CallbackExport(columns: ["Phone"])).0 == "Phone\r\n")
  }

  @Test func columnsThatThereAreNotAreRefusedBeforeAnythingIsWritten() throws {
    let crowd = try Crowd(seed: 2, count: 20)
    for columns in [["nonsense"], ["_id", "Phone", "_customer_number"]] {
      let error = #expect(throws: CallbackError.self) {
        try crowd.engine.export(CallbackFilter(), as: CallbackExport(columns: columns)) { _ in
          Issue.record("something was written")
        }
      }
      #expect(error?.code == (columns.count == 1 ? .unknownColumn : .repeatedColumn))
    }
  }

  /// What one service returns and another does not is not told of the other.
  @Test func cellsAreThoseThatTheServiceReturns() throws {
    let crowd = try Crowd(seed: 8, count: 120)
    let (csv, _) = try text(
      crowd,
      CallbackFilter(),
      CallbackExport(.jsonl, columns: ["_service_name", "city"])
    )
    let cities = try csv.split(separator: "\n").map { try JSONReader.read(String($0)) }
    #expect(cities.contains { $0["city"] != nil })
    #expect(cities.allSatisfy { $0["city"] == nil || $0["_service_name"]?.stringValue == "b" })
  }

  @Test func recentlyCancelled() throws {
    let crowd = try Crowd(seed: 12, count: 200)
    let filter = CallbackFilter(
      reasons: CallbackFilter.cancellations,
      completedFrom: nine,
      maxPerService: .max
    )
    let (lines, count) = try text(crowd, filter, CallbackExport(.jsonl, columns: ["_id"]))
    let expected = crowd.callbacks.filter { callback in
      guard case .completed(let end) = callback.state else { return false }
      return end.at >= nine && [.cancelled, .cancelledByAdministrator].contains(end.reason)
    }
    #expect(count == expected.count)
    #expect(!expected.isEmpty && expected.count < 100)
    #expect(Set(lines.split(separator: "\n")) == Set(expected.map { #"{"_id":"\#($0.id)"}"# }))
  }

  /// Blocks come as they fill, so that none of them is much longer than it has to be.
  @Test func blocksAreOfBearableLength() throws {
    let crowd = try Crowd(seed: 12, count: 1_000)
    for format in CallbackExport.Format.allCases {
      var lengths: [Int] = []
      try crowd.engine.export(as: CallbackExport(format)) { lengths.append($0.count) }
      #expect(lengths.count > 2)
      #expect(lengths.allSatisfy { $0 < 1 << 17 })
      #expect(lengths.dropLast().allSatisfy { $0 >= 1 << 16 })
    }
  }

  @Test func whatStopsTheWriterStopsTheExport() throws {
    struct Full: Error {}
    let crowd = try Crowd(seed: 12, count: 1_000)
    var blocks = 0
    #expect(throws: Full.self) {
      try crowd.engine.export { _ in
        blocks += 1
        throw Full()
      }
    }
    #expect(blocks == 1)
  }
}
