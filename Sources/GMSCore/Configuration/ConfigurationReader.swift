/// Reads a configuration from text, in JSON or as options text; the content tells which.
public enum ConfigurationReader {
  /// Reads a configuration.
  ///
  /// Text whose first character is `{` is JSON, all other is options text; a JSON array, though it begins as a
  /// section's heading does, is neither. A byte order mark before it, which
  /// editors on Windows write, is passed over.
  ///
  /// - Throws: `CoreError` with code `malformedJSON` or `malformedConfiguration`, with `line`.
  public static func read(_ text: String) throws(CoreError) -> Configuration {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else { throw .malformed("", .empty) }
    if first == UInt8(ascii: "{") { return try Configuration(json: JSONReader.read(Array(bytes))) }
    if isArray(bytes) { throw .malformed("an array", .notAnObject) }
    return try read(optionsText: bytes)
  }

  /// Whether text is a JSON array of texts, objects or arrays, and not the heading of a section.
  static func isArray(_ bytes: ArraySlice<UInt8>) -> Bool {
    let marks = bytes.lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(2)
    guard marks.first == UInt8(ascii: "["), let second = marks.dropFirst().first,
      [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(second)
    else { return false }
    return (try? JSONReader.read(Array(bytes))) != nil
  }

  /// Reads options text.
  private static func read(optionsText bytes: ArraySlice<UInt8>) throws(CoreError) -> Configuration {
    var configuration = Configuration()
    var headings: [ConfigurationSection: Int] = [:]
    var section: ConfigurationSection?
    var options: [String: Int] = [:]
    for (index, bytes) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      switch try OptionsLine.read(bytes, number: number, inPatterns: section?.family == .patterns) {
      case .blank: continue
      case .heading(let heading):
        if let first = headings.updateValue(number, forKey: heading) {
          throw .malformed(heading.description, .repeatedSection(firstLine: first), line: number)
        }
        configuration[heading] = ResourceGroup()
        section = heading
        options = [:]
      case .option(let name, let value):
        guard let section else { throw .malformed(name, .optionBeforeSection, line: number) }
        if let first = options.updateValue(number, forKey: name) {
          throw .malformed(name, .repeatedOption(firstLine: first), line: number)
        }
        if section.family == .resources, name == ResourceGroup.numbersName {
          configuration[section]?.numbers = try NumberList.read(value, line: number)
        } else {
          configuration[section]?.options[name] = value
        }
      }
    }
    return configuration
  }
}
