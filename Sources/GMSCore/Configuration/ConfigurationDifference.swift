/// What changes from one configuration to another, entry by entry.
///
/// Entries are in the order of the sections (application's own, services, resources, patterns, accounts,
/// templates, each in natural order). A section that comes or goes has an entry of its own, before those of its options, so
/// that an empty section shows too.
public struct ConfigurationDifference: Hashable, Sendable {
  /// The changes.
  public let entries: [Entry]

  /// Whether the configurations are equal.
  public var isEmpty: Bool { entries.isEmpty }

  /// What changes from `old` to `new`.
  ///
  /// - Complexity: O(n log n) in the options of both.
  public init(from old: Configuration, to new: Configuration) {
    var entries: [Entry] = []
    for section in Configuration.union(old.sections, new.sections) {
      let (before, after) = (old[section], new[section])
      if before == after { continue }
      if before == nil { entries.append(Entry(.added, section)) }
      if after == nil { entries.append(Entry(.removed, section)) }
      let (oldOptions, newOptions) = (before?.printedOptions ?? [:], after?.printedOptions ?? [:])
      let names = Set(oldOptions.dictionary.keys).union(newOptions.dictionary.keys)
      for name in names.sorted(by: NaturalOrder.precedes) where oldOptions[name] != newOptions[name] {
        let kind: Kind = oldOptions[name] == nil ? .added : newOptions[name] == nil ? .removed : .changed
        entries.append(Entry(kind, section, option: name, old: oldOptions[name], new: newOptions[name]))
      }
    }
    self.entries = entries
  }
}

extension ConfigurationDifference {
  /// The ways in which a section or option can change.
  public enum Kind: String, CaseIterable, Sendable {
    /// It is only in the new configuration.
    case added
    /// It is in both, with different values.
    case changed
    /// It is only in the old configuration.
    case removed
  }

  /// One section that comes or goes, or one option that changes.
  public struct Entry: Hashable, Sendable {
    /// The way in which it changes.
    public let kind: Kind
    /// The section.
    public let section: ConfigurationSection
    /// The option; nil when the entry is the section itself.
    ///
    /// A resource group's numbers are its option `numbers`, separated by commas.
    public let option: String?
    /// The value before; nil for a section, and for an option that is added.
    public let old: String?
    /// The value after; nil for a section, and for an option that is removed.
    public let new: String?

    /// The place of the change: `service.Business-hours`, or `service.Business-hours/_timezone`.
    public var path: String { option.map { "\(section)/\($0)" } ?? section.description }

    init(
      _ kind: Kind,
      _ section: ConfigurationSection,
      option: String? = nil,
      old: String? = nil,
      new: String? = nil
    ) {
      self.kind = kind
      self.section = section
      self.option = option
      self.old = old
      self.new = new
    }
  }
}

extension ConfigurationDifference.Entry: CustomStringConvertible {
  /// The change on one line, such as `~ service.Business-hours/_timezone: 'UTC' → 'Europe/Paris'`.
  ///
  /// `+` is added, `-` removed, `~` changed. Control characters are printed as escapes.
  public var description: String {
    switch kind {
    case .added: "+ \(shown(path))" + (new.map { " = \(quoted($0))" } ?? "")
    case .removed: "- \(shown(path))" + (old.map { " = \(quoted($0))" } ?? "")
    case .changed: "~ \(shown(path)): \(quoted(old ?? "")) → \(quoted(new ?? ""))"
    }
  }

  private func quoted(_ value: String) -> String { "'\(shown(value))'" }

  /// The text on one line, so that no value moves a terminal's cursor.
  private func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown += scalar.escaped(asASCII: true)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension ConfigurationDifference: CustomStringConvertible {
  /// One line for each change; empty when there is none.
  public var description: String { entries.map(\.description).joined(separator: "\n") }
}

extension Configuration {
  /// The sections of both, each once, in order.
  fileprivate static func union(
    _ old: [ConfigurationSection],
    _ new: [ConfigurationSection]
  ) -> [ConfigurationSection] {
    let all = Dictionary(grouping: Set(old).union(new), by: \.family)
    return ConfigurationSection.Family.allCases.flatMap { family in
      (all[family] ?? []).sorted { NaturalOrder.precedes($0.name, $1.name) }
    }
  }
}

extension ResourceGroup {
  /// The options together with the numbers, as text for a person.
  var printedOptions: Options {
    var all = options
    if !numbers.isEmpty { all[ResourceGroup.numbersName] = numbers.joined(separator: ",") }
    return all
  }
}
