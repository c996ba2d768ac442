#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The members of a record's object while it is read: each fault names the member where it was found.
struct RecordMembers {
  /// The kind of the record, for errors.
  let kind: RecordKind
  private var values: [String: JSONValue] = [:]

  /// The members of an object that has no others than those `known`.
  init(_ value: JSONValue, of kind: RecordKind, known: [String]) throws(CoreError) {
    self.kind = kind
    guard case .object(let members) = value else {
      throw .malformedRecord(kind, "record", RecordMembers.text(of: value), expected: "an object")
    }
    for member in members {
      guard known.contains(member.name) else {
        let near = NearestName.find(member.name, in: known).map { "'\($0)'" }
        throw .malformedRecord(kind, member.name, nil, expected: near ?? "no member of this name")
      }
      // A literal may hold a name twice; text never does, as the reader refuses it.
      guard values.updateValue(member.value, forKey: member.name) == nil else {
        throw .malformedRecord(kind, member.name, nil, expected: "it once")
      }
    }
  }

  /// The value of a member; nil when it is absent.
  subscript(member: String) -> JSONValue? { values[member] }

  /// A fault of a member.
  func fault(_ member: String, expected: String) -> CoreError {
    .malformedRecord(kind, member, values[member].flatMap(RecordMembers.text), expected: expected)
  }

  /// A text that may be absent, and is not empty.
  func text(ifSet member: String) throws(CoreError) -> String? {
    guard let value = values[member] else { return nil }
    guard case .string(let text) = value, !text.isEmpty else { throw fault(member, expected: "text") }
    return text
  }

  /// A text that is not empty.
  func text(_ member: String) throws(CoreError) -> String {
    guard let text = try text(ifSet: member) else { throw fault(member, expected: "text") }
    return text
  }

  /// A time.
  func time(_ member: String) throws(CoreError) -> Date {
    // Records that people edit keep the answers' form: looser ones would read back as other bytes.
    guard case .string(let text)? = values[member],
      let milliseconds = InstantText.milliseconds(ofPrinted: text)
    else { throw fault(member, expected: "a time as yyyy-MM-ddTHH:mm:ss.SSSZ") }
    return Date(millisecondsSince1970: milliseconds)
  }

  /// An id that may be absent.
  func id(ifSet member: String) throws(CoreError) -> ServiceID? {
    guard let text = try text(ifSet: member) else { return nil }
    guard ServiceID.isWellFormed(text) else { throw fault(member, expected: ServiceID.form) }
    return ServiceID(unchecked: text)
  }

  /// An id.
  func id(_ member: String) throws(CoreError) -> ServiceID {
    guard let id = try id(ifSet: member) else { throw fault(member, expected: ServiceID.form) }
    return id
  }

  /// One of a closed set of words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ member: String,
    of type: Choice.Type = Choice.self
  ) throws(CoreError) -> Choice {
    guard case .string(let text)? = values[member], let choice = Choice(rawValue: text) else {
      throw fault(member, expected: OptionType.choice(Choice.allCases.map(\.rawValue)).accepted)
    }
    return choice
  }

  /// A short form of a value, for errors; nil for one that would be long.
  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let text), .string(let text): String(text.prefix(80))
    case .array, .object: nil
    }
  }
}
