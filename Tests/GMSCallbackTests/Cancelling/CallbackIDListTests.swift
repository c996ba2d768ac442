import GMSCallback
import Testing

/// Lists of ids as people and programs write them.
struct CallbackIDListTests {
  static let one = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
  static let two = "2-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let ids: [String]
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ ids: [String]) {
      self.text = text
      self.ids = ids
    }
  }

  @Test(arguments: [
    Case("", []), Case("\n\n", []), Case(" \t \r\n", []), Case("\u{FEFF}", []), Case("_id", []),
    Case("\n _id \r\n", []),
    Case(one, [one]), Case(one + "\n", [one]), Case("\u{FEFF}\(one)\r\n\(two)\r\n", [one, two]),
    Case("\(one)\r\(two)", [one, two]), Case("\(two)\n\r\n\r\(one)", [two, one]),
    Case("  \(one)\t\n\u{A0}\(two) ", [one, two]), Case("_id\r\n\(one)\r\n", [one]),
    Case("\u{FEFF}_id\n\(one)", [one]), Case("\(one)\n\(one) \n\(two)\n\(one)", [one, two]),
  ])
  func reads(_ expected: Case) throws {
    #expect(try CallbackIDList(expected.text).ids.map(\.text) == expected.ids)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ line: Int) {
      self.text = text
      self.line = line
    }
  }

  @Test(arguments: [
    Refusal("x", 1), Refusal("\n+1 650 466 3204\n", 2), Refusal("\(one)\r\n\r\n_id", 3),
    Refusal("_id\n_id", 2),
    Refusal("\(one),\(two)", 1), Refusal("\(one)\r\(two)\r\n\n\"\(one)\"", 4), Refusal("\(one) \(two)", 1),
    Refusal("{\"_id\":\"\(one)\"}", 1), Refusal("\(one)\u{0}", 1), Refusal("\(one)\u{2028}\(two)", 1),
  ])
  func refuses(_ expected: Refusal) {
    let error = #expect(throws: CallbackError.self) { try CallbackIDList(expected.text) }
    #expect(error?.code == .malformedIDLine)
    #expect(
      error?.description.hasPrefix("line \(expected.line) is not the id of a callback; give ") == true,
      "\(error?.description ?? "")"
    )
    #expect(error?.description.contains("650") == false)
  }

  @Test func manyIDs() throws {
    let ids = (0..<20_000).map { "\($0 % 10_000 + 1)-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10" }
    #expect(try CallbackIDList(ids.joined(separator: "\r\n")).ids.map(\.text) == Array(ids.prefix(10_000)))
  }
}
