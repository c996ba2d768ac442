/// What a line of an export can be about in the configuration; records are told by their own kinds.
enum TransferKind: String, CaseIterable {
  case section
  case service
  case resource
  case number
  case pattern
  case account
  case template

  /// The name of a line's member that says what the line is about.
  static let member = "kind"

  /// The kind of a line that holds a section of the family.
  init(_ family: ConfigurationSection.Family) {
    switch family {
    case .options: self = .section
    case .services: self = .service
    case .resources: self = .resource
    case .patterns: self = .pattern
    case .accounts: self = .account
    case .templates: self = .template
    }
  }

  /// The family of the sections that lines of this kind hold; nil for a number, which belongs to a section.
  var family: ConfigurationSection.Family? {
    switch self {
    case .section: .options
    case .service: .services
    case .resource: .resources
    case .number: nil
    case .pattern: .patterns
    case .account: .accounts
    case .template: .templates
    }
  }

  /// The members of a line, in the order in which they are written.
  var members: [String] {
    switch self {
    case .section, .service, .resource, .pattern, .account, .template:
      [TransferKind.member, "name", "options"]
    case .number: [TransferKind.member, "group", "number"]
    }
  }

  /// A kind as a person reads it in a sentence: `an account 'kate'`, `a callback '1-…'`.
  static func article(_ kind: String) -> String {
    switch TransferKind(rawValue: kind) {
    case .section: "an options section"
    case .service: "a service"
    case .resource: "a resource group"
    case .number: "a number"
    case .pattern: "a pattern group"
    case .account: "an account"
    case .template: "a template"
    case nil: "aeiou".contains(kind.prefix(1)) ? "an \(kind)" : "a \(kind)"
    }
  }
}
