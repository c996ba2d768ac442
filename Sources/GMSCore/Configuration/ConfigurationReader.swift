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
    let content = content(Array(text.utf8)[...])
    switch format(of: content) {
    case .json?: return try Configuration(json: JSONReader.read(Array(content)))
    case .options?: return try read(optionsText: content)
    case nil: throw unreadable(content)
    }
  }

  /// The text without the byte order mark.
  static func content(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }

  /// The form of a text; nil for one that is neither.
  static func format(of bytes: ArraySlice<UInt8>) -> ConfigurationFormat? {
    guard let first = bytes.first(where: isContent) else { return nil }
    if first == UInt8(ascii: "{") { return .json }
    return isArray(bytes) ? nil : .options
  }

  /// The error for text that has no form.
  static func unreadable(_ bytes: ArraySlice<UInt8>) -> CoreError {
    bytes.contains(where: isContent) ? .malformed("an array", .notAnObject) : .malformed("", .empty)
  }

  private static func isContent(_ byte: UInt8) -> Bool {
    byte != 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// Whether text is a JSON array of texts, objects or arrays, and not the heading of a section.
  static func isArray(_ bytes: ArraySlice<UInt8>) -> Bool {
    let marks = bytes.lazy.filter(isContent).prefix(2)
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
    var group = ResourceGroup()
    var lines: [(option: String, number: Int)] = []
    for (index, bytes) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      switch try OptionsLine.read(bytes, number: number, inPatterns: section?.family == .patterns) {
      case .blank: continue
      case .heading(let heading):
        if let first = headings.updateValue(number, forKey: heading) {
          throw .malformed(heading.description, .repeatedSection(firstLine: first), line: number)
        }
        if let section { configuration[section] = group }
        group = ResourceGroup()
        section = heading
        lines.removeAll(keepingCapacity: true)
      case .option(let name, let value):
        guard let section else { throw .malformed(name, .optionBeforeSection, line: number) }
        // Only what is there already is looked for among the lines, so that a sound file is not searched.
        if group.has(name, in: section.family), let first = lines.first(where: { $0.option == name }) {
          throw .malformed(name, .repeatedOption(firstLine: first.number), line: number)
        }
        lines.append((name, number))
        try group.read(name, value, of: section.family, line: number)
      }
    }
    if let section { configuration[section] = group }
    return configuration
  }
}

extension ResourceGroup {
  /// Whether an option may stand here already: it is set, or it is a resource group's numbers.
  fileprivate func has(_ name: String, in family: ConfigurationSection.Family) -> Bool {
    options[name] != nil || family == .resources && name == ResourceGroup.numbersName
  }

  /// Takes one option of a section's options text, or the numbers of a resource group.
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration`.
  mutating func read(
    _ name: String,
    _ value: String,
    of family: ConfigurationSection.Family,
    line: Int? = nil
  ) throws(CoreError) {
    if family == .resources, name == ResourceGroup.numbersName {
      numbers = try NumberList.read(value, line: line)
    } else {
      options[name] = value
    }
  }
}
