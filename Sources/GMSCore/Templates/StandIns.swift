// DELETE THIS FILE when the real types are there; nothing else has to change.
//
// RegularHours, Holiday, ExceptionHours, EffectiveDates and ZoneDatabase are GMSCalendar's, JSONReader is
// GMSCore's own. These stand in for them with the same signatures and codes, so that option checks can be
// written and tested beside them.

enum JSONReader {
  static func read(_ text: String) throws(CoreError) -> JSONValue {
    var parser = JSONStandIn(text)
    return try parser.document()
  }
}

struct JSONStandIn {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func document() throws(CoreError) -> JSONValue {
    let value = try value()
    space()
    guard at == bytes.count else { throw error("nothing may follow the value") }
    return value
  }

  private mutating func value() throws(CoreError) -> JSONValue {
    space()
    guard at < bytes.count else { throw error("a value is missing") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func members() throws(CoreError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    at += 1
    space()
    if take("}") { return [] }
    repeat {
      space()
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else { throw error("a name stands twice") }
      space()
      guard take(":") else { throw error("a colon is missing") }
      members.append(.init(name, try value()))
      space()
    } while take(",")
    guard take("}") else { throw error("a comma or } is missing") }
    return members
  }

  private mutating func elements() throws(CoreError) -> [JSONValue] {
    var elements: [JSONValue] = []
    at += 1
    space()
    if take("]") { return [] }
    repeat {
      elements.append(try value())
      space()
    } while take(",")
    guard take("]") else { throw error("a comma or ] is missing") }
    return elements
  }

  private mutating func string() throws(CoreError) -> String {
    guard take("\"") else { throw error("a string is missing") }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard take("\"") else { throw error("a string has no end") }
    return text
  }

  private mutating func word() throws(CoreError) -> JSONValue {
    let start = at
    while at < bytes.count, !Array(" \n\t,:[]{}\"".utf8).contains(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case _ where Int64(word) != nil: return .integer(Int64(word) ?? 0)
    case _ where Double(word) != nil: return .number(word)
    default:
      at = start
      throw error("a value is missing")
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func space() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private func error(_ reason: String) -> CoreError {
    let before = bytes[..<at]
    let line = before.count { $0 == 0x0A } + 1
    let column = at - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return CoreError(
      .malformedJSON,
      [
        .init("line", .integer(Int64(line))), .init("column", .integer(Int64(column))),
        .init("reason", .string(reason)),
      ]
    )
  }
}
