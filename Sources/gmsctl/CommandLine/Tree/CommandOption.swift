/// An option, such as `--days N` or `--prune`.
package struct CommandOption: Sendable {
  /// The long name, without dashes.
  package let name: String
  /// The letter of the short form.
  package let short: Character?
  /// What kind of value it takes; nil for a flag.
  package let kind: ValueKind?
  /// The word that stands for the value in help, where the kind's own does not say enough.
  private let givenValueName: String?
  /// Whether it may be given more than once.
  package let isRepeating: Bool
  /// Whether a line without it is wrong.
  package let isRequired: Bool
  /// Whether a line with it needs neither the arguments nor the other options that are required otherwise.
  package let waivesRequirements: Bool
  /// The names of options that cannot stand beside it.
  package let excludes: [String]
  /// What holds without it, as a person reads it.
  package let defaultText: String?
  /// What it means, in one line.
  package let summary: String

  private init(
    name: String,
    short: Character?,
    kind: ValueKind?,
    valueName: String?,
    isRepeating: Bool,
    isRequired: Bool,
    waivesRequirements: Bool,
    excludes: [String],
    defaultText: String?,
    summary: String
  ) {
    self.name = name
    self.short = short
    self.kind = kind
    givenValueName = valueName
    self.isRepeating = isRepeating
    self.isRequired = isRequired
    self.waivesRequirements = waivesRequirements
    self.excludes = excludes
    self.defaultText = defaultText
    self.summary = summary
  }

  /// An option without a value.
  package static func flag(
    _ name: String,
    short: Character? = nil,
    waivesRequirements: Bool = false,
    excludes: [String] = [],
    _ summary: String
  ) -> CommandOption {
    CommandOption(
      name: name,
      short: short,
      kind: nil,
      valueName: nil,
      isRepeating: false,
      isRequired: false,
      waivesRequirements: waivesRequirements,
      excludes: excludes,
      defaultText: nil,
      summary: summary
    )
  }

  /// An option with a value.
  ///
  /// `named` is the word for the value in help, where the kind's own does not say enough.
  package static func value(
    _ name: String,
    short: Character? = nil,
    _ kind: ValueKind,
    named valueName: String? = nil,
    required: Bool = false,
    repeating: Bool = false,
    excludes: [String] = [],
    default defaultText: String? = nil,
    _ summary: String
  ) -> CommandOption {
    CommandOption(
      name: name,
      short: short,
      kind: kind,
      valueName: valueName,
      isRepeating: repeating,
      isRequired: required,
      waivesRequirements: false,
      excludes: excludes,
      defaultText: defaultText,
      summary: summary
    )
  }

  /// The word that stands for the value in help; empty for a flag.
  ///
  /// Made when help asks for it: the tree is built at each start.
  package var valueName: String { givenValueName ?? kind?.placeholder ?? "" }

  /// The long form with its dashes.
  package var longForm: String { "--\(name)" }

  /// The forms that are typed: `-o`, `--output`.
  package var forms: [String] { (short.map { ["-\($0)"] } ?? []) + [longForm] }

  /// The long form with its value, as usage lines show it: `--days N`.
  package var usage: String { kind == nil ? longForm : "\(longForm) \(valueName)" }

  /// Whether this option and the other one cannot stand on one line.
  package func conflicts(with other: CommandOption) -> Bool {
    excludes.contains(other.name) || other.excludes.contains(name)
  }
}
