/// What a file says and on which lines, as far as it can be read.
struct ConfigurationReading {
  /// Where an option stands.
  struct Place: Hashable {
    let section: ConfigurationSection
    let option: String
  }

  /// What could be read.
  private(set) var configuration = Configuration()
  /// The line of each section's heading, or of its name in JSON.
  private(set) var headings: [ConfigurationSection: Int] = [:]
  /// The line of each option.
  private(set) var options: [Place: Int] = [:]
  /// What could not be read.
  private(set) var refused: [ConfigurationReport.Line] = []

  /// Notes what could not be read.
  mutating func refuse(
    _ error: CoreError,
    line: Int,
    in section: ConfigurationSection? = nil,
    option: String = ""
  ) {
    refused.append(.init(refused: error, in: section, option: option, line: line))
  }

  /// Notes a section; false when it is there already.
  mutating func begin(_ section: ConfigurationSection, line: Int) -> Bool {
    if let first = headings[section] {
      let error = CoreError.malformed(
        section.description,
        .repeatedSection(firstLine: first)
      )
      refuse(error, line: line, in: section)
      return false
    }
    headings[section] = line
    configuration[section] = ResourceGroup()
    return true
  }

  /// Notes an option with its value, or with the numbers of a resource group.
  mutating func add(_ option: String, _ group: ResourceGroup, to section: ConfigurationSection, line: Int) {
    let place = Place(section: section, option: option)
    if let first = options[place] {
      refuse(.malformed(option, .repeatedOption(firstLine: first)), line: line, in: section, option: option)
      return
    }
    options[place] = line
    configuration[section]?.numbers += group.numbers
    if let value = group.options[option] { configuration[section]?.options[option] = value }
  }
}

extension ConfigurationReading {
  /// Reads options text, each line by itself.
  ///
  /// The options under a heading that is refused are passed over: where they belong is not known.
  mutating func read(optionsText bytes: ArraySlice<UInt8>) {
    var section: ConfigurationSection?
    var isLost = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      do throws(CoreError) {
        switch try OptionsLine.read(line, number: nil, inPatterns: section?.family == .patterns) {
        case .blank: continue
        case .heading(let heading):
          isLost = false
          section = heading
          _ = begin(heading, line: number)
        case .option(let name, let value):
          guard let section else {
            if !isLost { throw CoreError.malformed(name, .optionBeforeSection) }
            continue
          }
          var group = ResourceGroup()
          try group.read(name, value, of: section.family)
          add(name, group, to: section, line: number)
        }
      } catch {
        let isHeading = OptionsLine.isHeading(line)
        refuse(error, line: number, in: isHeading ? nil : section)
        if isHeading {
          section = nil
          isLost = true
        }
      }
    }
  }
}
