import GMSCalendar

/// A node as a store keeps it.
extension Node {
  private static let members = ["number", "host", "status", "created", "last_seen"]

  /// What a host can be, for errors.
  static let acceptedHost = "1 to 253 printable ASCII characters without spaces"

  /// The node's record; nil for a node that nobody has said anything about.
  ///
  ///     {"number":2,"host":"gms-2","status":"OFFLINE","created":"…Z","last_seen":"…Z"}
  ///
  /// The host is left out where it is not known.
  package var stored: StoredRecord? {
    guard let created, let lastSeen else { return nil }
    var members: [JSONValue.Member] = [.init("number", .integer(Int64(number)))]
    if let host { members.append(.init("host", .string(host))) }
    members += [
      .init("status", .string(status.rawValue)),
      .init("created", .string(InstantText.print(created))),
      .init("last_seen", .string(InstantText.print(lastSeen))),
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
  /// - Throws: `CoreError` with code `damagedRecord`.
  package init(stored record: StoredRecord) throws(CoreError) {
    do throws(CoreError) {
      try self.init(json: CoreError.readingBody(record.body, of: .node))
      if String(number) != record.id {
        throw CoreError.malformedRecord(.node, "number", String(number), expected: "'\(record.id)'")
      }
    } catch {
      throw error.damaging(record.id)
    }
  }

  /// Reads the object of a record, its members in any order.
  ///
  /// - Throws: `CoreError` with code `malformedRecord` that names the member.
  init(json: JSONValue) throws(CoreError) {
    let members = try RecordMembers(json, of: .node, known: Node.members)
    guard let number = members["number"]?.integerValue.map(Int.init(clamping:)), Node.numbers.contains(number)
    else { throw members.fault("number", expected: "a whole number of 1 to 9 digits") }
    self.init(number)
    if let text = try members.text(ifSet: "host") {
      guard Node.isHost(text) else { throw members.fault("host", expected: Node.acceptedHost) }
      host = text
    }
    status = try members.choice("status")
    let (created, lastSeen) = (try members.time("created"), try members.time("last_seen"))
    guard created <= lastSeen else {
      throw members.fault("last_seen", expected: "a time that is not before 'created'")
    }
    self.created = created
    self.lastSeen = lastSeen
  }

  /// Whether text can be the name of a machine.
  ///
  /// It is only shown, never looked up, so any one word of a terminal is taken.
  static func isHost(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension RecordCodec {
  /// How nodes are read from lines; a node needs no service.
  public static let node = RecordCodec(.node) { text in
    guard let record = try Node(json: CoreError.readingBody(text, of: .node)).stored else {
      preconditionFailure("A node that was read has the times that its record needs.")
    }
    return record
  }
}
