#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// One object of a record while it is read: each fault names the member where it was found.
struct RecordFields {
  /// Where the object stands, such as `history[2]`; empty for the record itself.
  let path: String
  private let members: [String: JSONValue]

  /// The fields of an object that has no other members than those `known`.
  init(_ value: JSONValue, path: String = "", known: [String]) throws(CallbackError) {
    guard case .object(let list) = value else {
      throw .malformed(path.isEmpty ? "record" : path, RecordFields.text(of: value), expected: "an object")
    }
    self.path = path
    var members: [String: JSONValue] = [:]
    for member in list {
      guard known.contains(member.name) else {
        let near = NearestName.find(member.name, in: known).map { "'\($0)'" }
        throw .malformed(
          path.isEmpty ? member.name : "\(path).\(member.name)",
          nil,
          expected: near ?? "no member of this name"
        )
      }
      guard members.updateValue(member.value, forKey: member.name) == nil else {
        throw .malformed(
          path.isEmpty ? member.name : "\(path).\(member.name)",
          nil,
          expected: "it once"
        )
      }
    }
    self.members = members
  }

  /// The full name of a member.
  func name(_ member: String) -> String { path.isEmpty ? member : "\(path).\(member)" }

  /// The member's value; nil when it is absent.
  func value(_ member: String) -> JSONValue? { members[member] }

  /// A fault of a member.
  func fault(_ member: String, expected: String) -> CallbackError {
    .malformed(name(member), members[member].flatMap(RecordFields.text), expected: expected)
  }

  /// A text that may be absent.
  func optionalText(_ member: String, expected: String = "text") throws(CallbackError) -> String? {
    guard let value = members[member] else { return nil }
    guard case .string(let text) = value else { throw fault(member, expected: expected) }
    return text
  }

  /// A text that is not empty.
  func text(_ member: String, expected: String = "text") throws(CallbackError) -> String {
    guard let text = try optionalText(member, expected: expected), !text.isEmpty else {
      throw fault(member, expected: expected)
    }
    return text
  }

  /// A time that may be absent.
  func optionalTime(_ member: String) throws(CallbackError) -> Date? {
    guard members[member] != nil else { return nil }
    return try time(member)
  }

  /// A time.
  func time(_ member: String) throws(CallbackError) -> Date {
    let text = try text(member, expected: RecordTime.expected)
    guard let time = RecordTime.read(text) else { throw fault(member, expected: RecordTime.expected) }
    return time
  }

  /// A whole number of a range; `absent` when there is no such member.
  func integer(_ member: String, in range: ClosedRange<Int>, absent: Int? = nil) throws(CallbackError) -> Int
  {
    let expected =
      "a whole number"
      + (range.lowerBound == .min ? "" : " from \(range.lowerBound)")
      + (range.upperBound == .max ? "" : " to \(range.upperBound)")
    if members[member] == nil, let absent { return absent }
    guard case .integer(let number)? = members[member], let value = Int(exactly: number),
      range.contains(value)
    else { throw fault(member, expected: expected) }
    return value
  }

  /// One of a closed set of names.
  func choice<Choice: RawRepresentable & CaseIterable>(_ member: String, of type: Choice.Type)
    throws(CallbackError) -> Choice where Choice.RawValue == String
  {
    let expected = "one of " + type.allCases.map(\.rawValue).joined(separator: ", ")
    guard let choice = Choice(rawValue: try text(member, expected: expected)) else {
      throw fault(member, expected: expected)
    }
    return choice
  }

  /// An object of texts, names to texts; empty when it is absent.
  func texts(_ member: String) throws(CallbackError) -> [String: String] {
    guard let value = members[member] else { return [:] }
    guard case .object(let list) = value else { throw fault(member, expected: "an object of texts") }
    var texts: [String: String] = [:]
    for entry in list {
      guard case .string(let text) = entry.value, texts.updateValue(text, forKey: entry.name) == nil else {
        throw .malformed(
          "\(name(member)).\(entry.name)",
          RecordFields.text(of: entry.value),
          expected: "one text"
        )
      }
    }
    return texts
  }

  /// A short form of a value, for errors; nil for one that would be long.
  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let text): String(text.prefix(80))
    case .string(let text): String(text.prefix(80))
    case .array, .object: nil
    }
  }
}
