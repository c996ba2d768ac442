/// A configuration file line by line: what becomes of each option, and why.
///
/// Unlike reading a file, a report does not stop at what is wrong: in options text each line is judged by itself.
/// Broken JSON is judged up to the place at which it breaks.
public struct ConfigurationReport: Hashable, Sendable {
  /// The form of the file.
  public let format: ConfigurationFormat
  /// What there is to say, by line; of one line several things can be said.
  public let lines: [Line]
  /// What could be read of the file.
  public let configuration: Configuration

  /// One thing to say of one line.
  public struct Line: Hashable, Sendable {
    /// The line, from 1.
    public let number: Int
    /// The section in which it stands; nil where there is none.
    public let section: ConfigurationSection?
    /// The option; empty for what is said of the section.
    public let option: String
    /// The option's value in the file; nil where there is none.
    public let value: String?
    /// What becomes of it.
    public let verdict: OptionFinding.Verdict
    /// How much it deserves attention.
    public let weight: OptionFinding.Weight
    /// The same as one sentence for a person.
    public let sentence: String
  }

  /// Judges a file.
  ///
  /// - Parameters:
  ///   - text: the file, in JSON or options text as ``ConfigurationReader`` takes it.
  ///   - existing: the configuration to which the file would be applied, whose parts it may name.
  ///   - catalog: the templates by which services are read; without it, those of both configurations.
  /// - Complexity: O(n log n) for n options in both.
  public init(
    _ text: String,
    over existing: Configuration = Configuration(),
    catalog: TemplateCatalog? = nil
  ) {
    let bytes = Array(text.utf8)
    let content = ConfigurationReader.content(bytes[...])
    var reading = ConfigurationReading()
    switch ConfigurationReader.format(of: content) {
    case .json?:
      format = .json
      reading.read(json: Array(content))
    case .options?:
      format = .options
      reading.read(optionsText: content)
    case nil:
      format = .options
      reading.refuse(ConfigurationReader.unreadable(content), line: 1)
    }
    configuration = reading.configuration
    let merged = existing.merging(configuration, prune: false)
    let findings = ConfigurationValidator(catalog: catalog).findings(merged)
    var lines = reading.refused
    var judged: Set<ConfigurationReading.Place> = []
    for finding in findings {
      let section = finding.place.section
      guard let heading = reading.headings[section] else { continue }
      let place = ConfigurationReading.Place(section: section, option: finding.option)
      let own = reading.options[place]
      if own != nil { judged.insert(place) }
      // What is as it should be and stands on no line needs no line.
      guard own != nil || finding.weight > .routine else { continue }
      lines.append(Line(finding, at: own ?? heading))
    }
    // Sections of which nothing is known to say: their options are what they are.
    for (place, number) in reading.options where !judged.contains(place) {
      lines.append(Line(kept: place, configuration[place.section]?.printedOptions[place.option], at: number))
    }
    self.lines = lines.sorted()
  }

  /// The lines about one service of the file, with those that belong to no section.
  ///
  /// - Throws: `CoreError` with code `unknownService` and the nearest name.
  public func lines(ofService name: String) throws(CoreError) -> [Line] {
    guard configuration.services[name] != nil else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    let section = ConfigurationSection(.services, name)
    return lines.filter { $0.section == section || $0.section == nil }
  }

  /// Whether applying the file would be refused.
  public var isRefused: Bool { lines.contains { $0.verdict == .refused } }
}

extension ConfigurationReport.Line: Comparable {
  /// Orders by the line, and on one line by what deserves the most attention, then by the text.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.number != rhs.number { return lhs.number < rhs.number }
    if lhs.weight != rhs.weight { return lhs.weight > rhs.weight }
    return (lhs.option, lhs.sentence) < (rhs.option, rhs.sentence)
  }

  /// Whether it is hardly meant so.
  public var isProblem: Bool { weight == .problem }

  fileprivate init(_ finding: OptionFinding, at number: Int) {
    self.init(
      number: number,
      section: finding.place.section,
      option: finding.option,
      value: finding.value,
      verdict: finding.verdict,
      weight: finding.weight,
      sentence: finding.sentence
    )
  }

  fileprivate init(kept place: ConfigurationReading.Place, _ value: String?, at number: Int) {
    self.init(
      number: number,
      section: place.section,
      option: place.option,
      value: value,
      verdict: place.section.isReadHere ? .used : .unknown,
      weight: place.section.isReadHere ? .routine : .notable,
      sentence: place.section.isReadHere
        ? OptionFinding.sentence(ofUsed: place.option, value ?? "")
        : "nothing reads this section; it is kept"
    )
  }

  /// A line that cannot be read.
  init(refused error: CoreError, in section: ConfigurationSection?, option: String = "", line: Int) {
    self.init(
      number: line,
      section: section,
      option: option,
      value: nil,
      verdict: .refused,
      weight: .problem,
      sentence: error.description
    )
  }
}

extension ConfigurationReport.Line: CustomStringConvertible {
  /// The line for a person: `3: service.Office: '_holliday1' is not an option …`.
  public var description: String {
    "\(number): " + (section.map { "\($0): " } ?? "") + sentence
  }
}

extension ConfigurationSection {
  /// Whether the library reads the section at all.
  fileprivate var isReadHere: Bool { family != .options || name == CallbackSection.name }
}
