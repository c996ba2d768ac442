/// One line of options text.
enum OptionsLine: Equatable {
  /// Nothing, or a comment.
  case blank
  /// `[section]`.
  case heading(ConfigurationSection)
  /// `name = value`.
  case option(String, String)

  /// Reads a line, without its line feed; in a pattern section ` #` is part of the value.
  ///
  /// Errors name the line where its number is given.
  static func read(
    _ bytes: ArraySlice<UInt8>,
    number: Int?,
    inPatterns: Bool
  ) throws(CoreError) -> OptionsLine {
    let line = trimmed(bytes.last == 0x0D ? bytes.dropLast() : bytes)
    guard let first = line.first else { return .blank }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ";"): return .blank
    case UInt8(ascii: "["): return .heading(try heading(line, number: number))
    default: break
    }
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else {
      throw .malformed(text(line), .missingEqualsSign, line: number)
    }
    let name = trimmed(line[..<equals])
    guard !name.isEmpty else { throw .malformed(text(line), .emptyOptionName, line: number) }
    return .option(text(name), value(line[(equals + 1)...], inPatterns: inPatterns))
  }

  /// Whether a line is meant as a section's heading, well written or not.
  static func isHeading(_ bytes: ArraySlice<UInt8>) -> Bool { trimmed(bytes).first == UInt8(ascii: "[") }

  /// Reads `[name]` and the comment that may follow.
  private static func heading(_ line: ArraySlice<UInt8>, number: Int?) throws(CoreError)
    -> ConfigurationSection
  {
    guard let end = line.firstIndex(of: UInt8(ascii: "]")), isComment(line[(end + 1)...]) else {
      throw .malformed(text(line), .unfinishedHeading, line: number)
    }
    let heading = trimmed(line[line.index(after: line.startIndex)..<end])
    guard let dot = heading.firstIndex(of: UInt8(ascii: ".")) else {
      guard !heading.isEmpty else { throw .malformed(text(line), .emptySectionName, line: number) }
      return ConfigurationSection(.options, text(heading))
    }
    let prefix = text(heading[..<dot])
    guard let family = ConfigurationSection.Family(prefix: prefix) else {
      let known = ConfigurationSection.Family.prefixes
      throw .malformed(text(heading), .unknownPrefix, line: number, part: prefix, near: known)
    }
    let name = heading[(dot + 1)...]
    guard !name.isEmpty else { throw .malformed(text(line), .emptySectionName, line: number) }
    return ConfigurationSection(family, text(name))
  }

  /// Reads what follows the equals sign.
  ///
  /// A value that begins with a quote ends at the first quote of the same kind after which nothing but white
  /// space or a comment follows, and has quotes taken off; where there is none, the quote is part of the value.
  private static func value(_ bytes: ArraySlice<UInt8>, inPatterns: Bool) -> String {
    let value = trimmed(bytes)
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      for at in value.indices.dropFirst() where value[at] == quote {
        let rest = value[(at + 1)...]
        guard inPatterns ? rest.isEmpty : isComment(rest) else { continue }
        return text(value[(value.startIndex + 1)..<at])
      }
    }
    if inPatterns { return text(value) }
    // Looked for before trimming: in `name = # comment` the space before the # is the first byte.
    for at in bytes.indices
    where at > bytes.startIndex && bytes[at] == UInt8(ascii: "#") && isSpace(bytes[at - 1]) {
      return text(trimmed(bytes[..<at]))
    }
    return text(value)
  }

  /// Whether nothing but white space is here, or a comment after white space.
  private static func isComment(_ bytes: ArraySlice<UInt8>) -> Bool {
    let content = bytes.drop(while: isSpace)
    guard let first = content.first else { return true }
    return first == UInt8(ascii: "#") && content.startIndex > bytes.startIndex
  }

  /// The bytes without the spaces and tabs at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
