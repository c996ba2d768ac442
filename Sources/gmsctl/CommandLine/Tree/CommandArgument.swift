/// An argument without a name, such as SERVICE in `gmsctl callback start SERVICE`.
package struct CommandArgument: Sendable {
  /// How often an argument is typed.
  package enum Presence: Sendable {
    /// Exactly once.
    case required
    /// Once or not at all.
    case optional
    /// Any number of times; only the last argument of a command.
    case zeroOrMore
    /// At least once; only the last argument of a command.
    case oneOrMore
  }

  /// The name by which the command asks for it; shown in capitals.
  package let name: String
  /// What kind of text it is.
  package let kind: ValueKind
  /// How often it is typed.
  package let presence: Presence
  /// What it means, in one line.
  package let summary: String

  /// An argument from its parts.
  package init(_ name: String, _ kind: ValueKind, presence: Presence = .required, _ summary: String) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.summary = summary
  }

  /// The request parameters that many commands take last.
  package static func parameters(
    _ summary: String,
    presence: Presence = .zeroOrMore
  ) -> CommandArgument {
    CommandArgument("parameters", .keyValue, presence: presence, summary)
  }

  /// Whether a line without it is wrong.
  package var isRequired: Bool {
    switch presence {
    case .required, .oneOrMore: true
    case .optional, .zeroOrMore: false
    }
  }

  /// Whether it takes all words that are left.
  package var isRepeating: Bool {
    switch presence {
    case .zeroOrMore, .oneOrMore: true
    case .required, .optional: false
    }
  }

  /// The word that stands for it in usage lines and messages: `SERVICE`, `key=value`.
  package var placeholder: String {
    switch kind {
    case .keyValue: "key=value"
    case .pair: "NAME=VALUE"
    case .text, .file, .directory, .time, .integer, .service, .timeZone, .choice, .commandPath:
      name.uppercased()
    }
  }
}
