extension ConfigurationReading {
  /// Reads JSON, with the line of each section and option.
  ///
  /// It ends where the text is no JSON.
  mutating func read(json bytes: [UInt8]) {
    var lines = LineCounter()
    do throws(CoreError) {
      try JSONReader.parse(bytes) { parser throws(CoreError) in
        try parser.eachMember { parser, name, start throws(CoreError) in
          let line = lines.line(of: start, in: parser.bytes)
          guard let family = ConfigurationSection.Family(rawValue: name) else {
            refuse(ConfigurationReading.unknownMember(name), line: line)
            _ = try parser.value()
            return
          }
          try readSections(of: family, line: line, &parser, &lines)
        }
        try parser.end()
      }
    } catch {
      let line = error.facts.first { $0.name == "line" }?.value.integerValue ?? 1
      refuse(error, line: Int(line))
    }
  }

  private mutating func readSections(
    of family: ConfigurationSection.Family,
    line: Int,
    _ parser: inout JSONParser,
    _ lines: inout LineCounter
  ) throws(CoreError) {
    guard parser.isAtObject else {
      refuse(.malformed(family.rawValue, .sectionsNotAnObject), line: line)
      _ = try parser.value()
      return
    }
    try parser.eachMember { parser, name, start throws(CoreError) in
      let line = lines.line(of: start, in: parser.bytes)
      let section = ConfigurationSection(family, name)
      let path = "\(family.rawValue)/\(name)"
      guard !name.isEmpty else {
        refuse(.malformed(path, .emptySectionName), line: line)
        _ = try parser.value()
        return
      }
      _ = begin(section, line: line)
      guard parser.isAtObject else {
        refuse(.malformed(path, .sectionNotAnObject), line: line, in: section)
        _ = try parser.value()
        return
      }
      try parser.eachMember { parser, option, start throws(CoreError) in
        let line = lines.line(of: start, in: parser.bytes)
        let value = try parser.value()
        do throws(CoreError) {
          var group = ResourceGroup()
          try group.read(.init(option, value), of: family, path: path)
          add(option, group, to: section, line: line)
        } catch {
          refuse(error, line: line, in: section, option: option)
        }
      }
    }
  }

  private static func unknownMember(_ name: String) -> CoreError {
    .malformed(name, .unknownMember, near: ConfigurationSection.Family.allCases.map(\.rawValue))
  }
}

/// Tells the line of places that are asked for from the front to the back of a text.
private struct LineCounter {
  private var offset = 0
  private var line = 1

  mutating func line(of place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    while offset < place {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
    return line
  }
}

extension JSONParser {
  /// Whether an object comes next.
  fileprivate var isAtObject: Bool {
    var parser = self
    parser.skipSpace()
    return parser.peek() == UInt8(ascii: "{")
  }
}
