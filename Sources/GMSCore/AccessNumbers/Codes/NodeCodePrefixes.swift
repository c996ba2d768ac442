import GMSCalendar

/// With which digits the codes of each node begin, from the options section `node`.
///
///     [node]
///     access_code_prefix_1 = 0-4
///     access_code_prefix_2 = 5-9
///
/// A node without such an option begins its codes with any digit. GMS does not document how nodes keep their codes
/// apart, so the section is our decision.
enum NodeCodePrefixes {
  static let section = "node"
  static let option = "access_code_prefix_"

  /// Checks a section: each prefix is one, is a node's, and no two begin the same codes.
  ///
  /// - Throws: `CoreError` with code `invalidOption`.
  static func check(_ options: Options) throws(CoreError) {
    var known: [(name: String, prefix: AccessCodePrefix)] = []
    for (name, value) in options.sorted where name.hasPrefix(option) && !value.isEmpty {
      let number = name.dropFirst(option.count)
      guard (1...9).contains(number.utf8.count), number.utf8.allSatisfy({ $0 &- 0x30 <= 9 }),
        number.utf8.count == 1 || number.utf8.first != UInt8(ascii: "0")
      else {
        throw refusal(name, value, "its name ends in the number of a node, of 1 to 9 digits, the first no 0")
      }
      let prefix: AccessCodePrefix
      do {
        prefix = try AccessCodePrefix(value)
      } catch {
        throw refusal(name, value, error.description)
      }
      if let other = known.first(where: { $0.prefix.overlaps(prefix) }) {
        throw refusal(
          name,
          value,
          "codes that begin with '\(Quotation.clip(value))' can be those of '\(other.name)', '\(other.prefix)'; "
            + "give each node digits of its own"
        )
      }
      known.append((name, prefix))
    }
  }

  private static func refusal(_ name: String, _ value: String, _ reason: String) -> CoreError {
    CoreError(.invalidOption, ["option": name, "value": value, "reason": reason])
  }
}

extension StoreReader {
  /// With which digits the codes of a node begin; nil for any.
  ///
  /// - Throws: `CoreError` with code `malformedCodePrefix`, or about the store.
  package func codePrefix(ofNode node: Int) throws -> AccessCodePrefix? {
    guard let options = try section(NodeCodePrefixes.section),
      let text = options[NodeCodePrefixes.option + String(node)], !text.isEmpty
    else { return nil }
    return try AccessCodePrefix(text)
  }
}
