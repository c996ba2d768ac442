#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension Version1Document {
  /// The state that text holds.
  ///
  /// - Throws: `CoreError` with code `storeTooNew`, or `storeDamaged` with `line` and `column`, both with the
  ///   `path` of the file.
  static func decode(_ bytes: [UInt8], path: String) throws(CoreError) -> StoreState {
    do throws(CoreError) {
      let version = try JSONReader.parse(bytes) { parser throws(CoreError) in
        try Version1Document.version(&parser)
      }
      guard version == 1 else {
        throw CoreError(
          .storeTooNew,
          ["path": path, "version": String(version), "supported": String(LogFormat.version)]
        )
      }
      return try state(of: bytes)
    } catch {
      if error.code == .storeTooNew { throw error }
      throw CoreError(.storeDamaged, [JSONValue.Member("path", .string(path))] + error.facts)
    }
  }

  /// Finds the version, as far into the text as need be: of a newer document nothing else may be understood.
  private static func version(_ parser: inout JSONParser) throws(CoreError) -> Int {
    var format: String?
    try parser.open(UInt8(ascii: "{"), or: .missingObject)
    repeat {
      parser.skipSpace()
      guard parser.peek() == UInt8(ascii: "\"") else { break }
      let name = try parser.string()
      parser.skipSpace()
      guard parser.take(UInt8(ascii: ":")) else { throw parser.failure(.missingColon) }
      parser.skipSpace()
      let start = parser.position
      switch name {
      case "format":
        format = try parser.value().stringValue
        guard format == StoreDocument.name else { throw parser.failure(.content(.notAStore), at: start) }
      case "version":
        guard let version = try parser.value().integerValue, version > 0 else {
          throw parser.failure(.content(.badVersion), at: start)
        }
        guard format != nil else { throw parser.failure(.content(.notAStore), at: start) }
        return Int(version)
      default: try parser.skipValue()
      }
      parser.skipSpace()
    } while parser.take(UInt8(ascii: ","))
    throw parser.failure(.content(.missing("version")))
  }

  private static func state(of bytes: [UInt8]) throws(CoreError) -> StoreState {
    try JSONReader.parse(bytes) { parser throws(CoreError) in
      var state = StoreState()
      var found: Set<String> = []
      try parser.eachMember { parser, name, start throws(CoreError) in
        guard found.insert(name).inserted else { throw parser.failure(.repeatedName(name), at: start) }
        parser.skipSpace()
        let valueStart = parser.position
        switch name {
        case "format", "version": try parser.skipValue()
        case "sequence":
          guard let sequence = try parser.value().integerValue, sequence >= 0 else {
            throw parser.failure(.content(.badSequence), at: valueStart)
          }
          state.sequence = Int(sequence)
        case "configuration":
          let json = try parser.value()
          do throws(CoreError) {
            state.set(try Configuration(json: json))
          } catch {
            let reason = StoreFault.configuration(error["value"] ?? "", error["reason"] ?? "")
            throw parser.failure(.content(reason), at: valueStart)
          }
        case "records": try records(&parser, into: &state.table)
        default: throw parser.failure(.content(.unknown(name)), at: start)
        }
      }
      try parser.end()
      for name in ["sequence", "configuration", "records"] where !found.contains(name) {
        throw parser.failure(.content(.missing(name)))
      }
      return state
    }
  }

  private static func records(_ parser: inout JSONParser, into table: inout RecordTable<RecordContent>)
    throws(CoreError)
  {
    var kinds: Set<String> = []
    var interned: [String: String] = [:]
    try parser.eachMember { parser, name, start throws(CoreError) in
      guard kinds.insert(name).inserted else { throw parser.failure(.repeatedName(name), at: start) }
      let kind = RecordKind(rawValue: name)
      try parser.eachElement { parser throws(CoreError) in
        parser.skipSpace()
        let start = parser.position
        var record = try record(of: kind, &parser)
        // Thousands of records share a few services and states: one string for each is enough.
        record.keys.service = interned[record.keys.service, default: record.keys.service]
        record.keys.state = interned[record.keys.state, default: record.keys.state]
        interned[record.keys.service] = record.keys.service
        interned[record.keys.state] = record.keys.state
        if table.put(RecordRow(record)) != nil {
          throw parser.failure(.content(.repeatedRecord(record.id)), at: start)
        }
      }
    }
  }

  private static func record(of kind: RecordKind, _ parser: inout JSONParser) throws(CoreError)
    -> StoredRecord
  {
    let start = parser.position
    var texts: [String?] = Array(repeating: nil, count: members.count)
    try parser.eachMember { parser, name, start throws(CoreError) in
      guard let index = members.firstIndex(of: name) else {
        throw parser.failure(.content(.unknown(name)), at: start)
      }
      guard texts[index] == nil else { throw parser.failure(.repeatedName(name), at: start) }
      parser.skipSpace()
      let valueStart = parser.position
      if name == "body" {
        texts[index] = try body(&parser)
      } else if let text = try parser.value().stringValue {
        texts[index] = text
      } else {
        throw parser.failure(.content(.notAString(name)), at: valueStart)
      }
    }
    func text(_ name: String) throws(CoreError) -> String {
      guard let index = members.firstIndex(of: name), let text = texts[index] else {
        throw parser.failure(.content(.missing(name)), at: start)
      }
      return text
    }
    func time(_ name: String) throws(CoreError) -> Date {
      let text = try text(name)
      guard let milliseconds = InstantText.milliseconds(ofPrinted: text) else {
        throw parser.failure(.content(.badTime(name, text)), at: start)
      }
      return Date(millisecondsSince1970: milliseconds)
    }
    let hasDue = texts[5] != nil
    let keys = RecordKeys(
      service: try text("service"),
      state: try text("state"),
      time: try time("time"),
      created: try time("created"),
      due: hasDue ? try time("due") : nil,
      customer: texts[6]
    )
    return StoredRecord(kind: kind, id: try text("id"), keys: keys, body: try text("body"))
  }

  /// Takes an object as it stands; one that a person laid out over several lines is put on one.
  private static func body(_ parser: inout JSONParser) throws(CoreError) -> String {
    parser.skipSpace()
    guard parser.peek() == UInt8(ascii: "{") else { throw parser.failure(.missingObject) }
    let range = try parser.skipValue()
    let text = parser.text(range)
    return parser.hasLineBreak(in: range) ? JSONWriter.compact(try JSONReader.read(text)) : text
  }
}
