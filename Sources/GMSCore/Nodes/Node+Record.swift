#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// A node as a store keeps it.
extension Node {
  /// The members of a record, in the order in which they are written.
  private enum Member: String, CaseIterable {
    case number, host, status, created
    case lastSeen = "last_seen"
  }

  /// The node's record; nil for a node that nobody has said anything about.
  package var stored: StoredRecord? {
    guard let created, let lastSeen else { return nil }
    var members: [JSONValue.Member] = [.init(Member.number.rawValue, .integer(Int64(number)))]
    if let host { members.append(.init(Member.host.rawValue, .string(host))) }
    members += [
      .init(Member.status.rawValue, .string(status.rawValue)),
      .init(Member.created.rawValue, .string(InstantText.print(created))),
      .init(Member.lastSeen.rawValue, .string(InstantText.print(lastSeen))),
    ]
    return StoredRecord(
      kind: .node,
      id: String(number),
      keys: RecordKeys(service: "", state: status.rawValue, time: lastSeen, created: created),
      body: JSONWriter.compact(.object(members))
    )
  }

  /// Reads a node that a store kept.
  ///
  /// - Throws: `CoreError` with code `storeDamaged`.
  package init(stored record: StoredRecord) throws(CoreError) {
    do {
      try self.init(json: JSONReader.read(record.body))
    } catch {
      throw CoreError(.storeDamaged, ["path": "node \(record.id)", "reason": error.description])
    }
  }

  /// Reads the object of a record.
  ///
  /// - Throws: `CoreError` with code `malformedNode` that names the member.
  init(json: JSONValue) throws(CoreError) {
    let names = Member.allCases.map(\.rawValue)
    for member in json.members ?? [] where !names.contains(member.name) {
      throw Node.malformed(member.name, nil, names.joined(separator: ", "), near: names)
    }
    func text(_ member: Member, _ accepted: String) throws(CoreError) -> String {
      guard let text = json[member.rawValue]?.stringValue else {
        throw Node.malformed(member.rawValue, json[member.rawValue], accepted)
      }
      return text
    }
    func instant(_ member: Member) throws(CoreError) -> Date {
      let text = try text(member, "a time such as 2026-11-21T09:00:00.000Z")
      do {
        return try InstantText.read(text)
      } catch {
        throw Node.malformed(member.rawValue, .string(text), "a time such as 2026-11-21T09:00:00.000Z")
      }
    }
    guard let number = json[Member.number.rawValue]?.integerValue, Node.numbers.contains(Int(clamping: number))
    else { throw Node.malformed(Member.number.rawValue, json[Member.number.rawValue], Node.acceptedNumber) }
    self.init(Int(clamping: number))
    let states = NodeStatus.allCases.map(\.rawValue)
    let written = try text(.status, OptionType.choice(states).accepted)
    guard let status = NodeStatus(rawValue: written) else {
      throw Node.malformed(
        Member.status.rawValue,
        .string(written),
        OptionType.choice(states).accepted,
        near: states
      )
    }
    self.status = status
    if json[Member.host.rawValue] != nil {
      host = try Node.host(text(.host, Node.acceptedHost))
    }
    let (first, last) = (try instant(.created), try instant(.lastSeen))
    guard first <= last else {
      throw Node.malformed(
        Member.lastSeen.rawValue,
        .string(InstantText.print(last)),
        "a time that is not before 'created'"
      )
    }
    created = Date(millisecondsSince1970: first.millisecondsSince1970)
    lastSeen = Date(millisecondsSince1970: last.millisecondsSince1970)
  }

  /// What a number can be, for errors.
  static let acceptedNumber = "a whole number from \(numbers.lowerBound) to \(numbers.upperBound)"
  /// What a host can be, for errors.
  static let acceptedHost = "1 to 253 bytes of printable text without spaces"

  /// A host's name, checked.
  ///
  /// It is only shown, never looked up, so any name that fits one word of a terminal is taken.
  ///
  /// - Throws: `CoreError` with code `malformedNode`.
  static func host(_ text: String) throws(CoreError) -> String {
    guard (1...253).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw malformed(Member.host.rawValue, .string(text), acceptedHost)
    }
    return text
  }

  private static func malformed(
    _ member: String,
    _ value: JSONValue?,
    _ accepted: String,
    near names: [String] = []
  ) -> CoreError {
    var facts: [JSONValue.Member] = [.init("member", .string(member))]
    var written = member
    if let value {
      written = value.stringValue ?? JSONWriter.compact(value)
      facts.append(.init("value", .string(written)))
    }
    facts.append(.init("accepted", .string(accepted)))
    if let nearest = NearestName.find(written, in: names) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CoreError(.malformedNode, facts)
  }
}

extension RecordCodec {
  /// How nodes are read from lines; a node needs no service.
  public static let node = RecordCodec(
    .node,
    read: { text in
      let node = try Node(json: JSONReader.read(text))
      guard let record = node.stored else {
        preconditionFailure("A node that was read has the times that its record needs.")
      }
      return record
    }
  )
}
