/// Prints a configuration; ``ConfigurationReader`` reads it back to an equal one.
public enum ConfigurationWriter {
  /// Prints a configuration, with a line break at the end.
  ///
  /// JSON expresses every configuration. Options text does not have: a line break anywhere; a section name with
  /// `]`, with a space at an end, or with a dot among the application's own sections; an option name with `=`,
  /// with a space at an end or with `[`, `#` or `;` in front; a value for which neither kind of quote helps; a
  /// number with a comma or with a space at an end.
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration` for what options text does not have, with `value`
  ///   (the section, or the path to the option) and `reason`.
  public static func print(
    _ configuration: Configuration,
    as format: ConfigurationFormat
  ) throws(CoreError) -> String {
    switch format {
    case .json: return JSONWriter.pretty(configuration.json) + "\n"
    case .options: return try optionsText(configuration)
    }
  }

  private static func optionsText(_ configuration: Configuration) throws(CoreError) -> String {
    if configuration.isEmpty { return "# An empty configuration.\n" }
    var blocks: [String] = []
    for section in configuration.sections {
      guard let group = configuration[section] else { continue }
      guard reads("[\(section)]", as: .heading(section)) else {
        throw .malformed(section.description, .inexpressibleSection)
      }
      var block = "[\(section)]\n"
      for (name, value) in group.options.sorted { block += try line(name, value, in: section) }
      if !group.numbers.isEmpty {
        let path = "\(section)/\(ResourceGroup.numbersName)"
        guard let list = NumberList.print(group.numbers) else {
          throw .malformed(path, .inexpressibleNumbers)
        }
        block += try line(ResourceGroup.numbersName, list, in: section)
      }
      blocks.append(block)
    }
    let text = blocks.joined(separator: "\n")
    // One empty section of a quoted name could be taken for JSON; a comment before it settles that.
    return ConfigurationReader.isArray(Array(text.utf8)[...]) ? "# Options text.\n" + text : text
  }

  /// The plainest form of an option that reads back: without quotes, else in either kind.
  private static func line(
    _ name: String,
    _ value: String,
    in section: ConfigurationSection
  ) throws(CoreError) -> String {
    let isPattern = section.family == .patterns
    let forms = ["\(name) = \(value)", "\(name) = \"\(value)\"", "\(name) = '\(value)'"]
    for form in forms where reads(form, as: .option(name, value), inPatterns: isPattern) {
      return value.isEmpty ? "\(name) =\n" : form + "\n"
    }
    let hasName = reads("\(name) =", as: .option(name, ""), inPatterns: isPattern)
    throw .malformed("\(section)/\(name)", hasName ? .inexpressibleValue : .inexpressibleName)
  }

  /// Whether a line reads as what it is meant to say, to the byte.
  private static func reads(_ text: String, as expected: OptionsLine, inPatterns: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    guard !bytes.contains(0x0A), !bytes.contains(0x0D) else { return false }
    do {
      return try OptionsLine.read(bytes[...], number: 1, inPatterns: inPatterns).isSame(as: expected)
    } catch {
      return false
    }
  }
}

extension OptionsLine {
  /// Whether both are the same to the byte; `==` holds texts for equal that differ in their form.
  fileprivate func isSame(as other: OptionsLine) -> Bool {
    switch (self, other) {
    case (.blank, .blank): true
    case (.heading(let mine), .heading(let its)):
      mine.family == its.family && mine.name.utf8.elementsEqual(its.name.utf8)
    case (.option(let name, let value), .option(let otherName, let otherValue)):
      name.utf8.elementsEqual(otherName.utf8) && value.utf8.elementsEqual(otherValue.utf8)
    case (.blank, _), (.heading, _), (.option, _): false
    }
  }
}
