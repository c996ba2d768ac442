/// One node of the command tree: a noun with verbs under it, or a command that runs.
///
/// The tree is data. Parsing, help, the completion scripts and the reference page read it; nothing about a
/// command is written twice.
package struct Command: Sendable {
  /// What a command does once its line is understood.
  ///
  /// The exit code it answers is the process's; what it throws becomes an error report and an exit code.
  package typealias Action = @Sendable (Invocation) throws -> ExitCode

  /// The word that is typed.
  package let name: String
  /// What it does, in one line without a full stop, for lists of commands.
  package let summary: String
  /// Further paragraphs for its own help page, separated by empty lines; may be empty.
  package let discussion: String
  /// Lines that a person may type, with what they do.
  package let examples: [CommandExample]
  /// The arguments without a name, in the order in which they are typed.
  package let arguments: [CommandArgument]
  /// The options that this command takes beside the global ones.
  package let options: [CommandOption]
  /// The fields of its answers, where they are known before it runs; `--fields` is then checked beforehand.
  package let fields: [String]
  /// The commands under it; empty when it runs itself.
  package let subcommands: [Command]
  /// The heading under which its parent lists it.
  package let section: String?
  /// Whether lists and completion leave it out.
  ///
  /// It can be run all the same.
  package let isHidden: Bool
  /// Whether it answers from one state of the store and changes nothing, so that `--as-of` can give it another
  /// state.
  package let readsPast: Bool
  /// What an account needs to run it, or to run what it holds; nil for what the noun that holds it says.
  package let permission: CommandPermission?
  /// What it does; nil when it only holds other commands.
  package let action: Action?

  /// A command that runs.
  ///
  /// Declare `fields` whenever the answer's fields are fixed, above all for a command that writes: an unknown
  /// name in `--fields` is then refused before anything is written.
  package init(
    _ name: String,
    section: String? = nil,
    readsPast: Bool = false,
    permission: CommandPermission? = nil,
    summary: String,
    discussion: String = "",
    arguments: [CommandArgument] = [],
    options: [CommandOption] = [],
    fields: [String] = [],
    examples: [CommandExample] = [],
    isHidden: Bool = false,
    run action: @escaping Action
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = arguments
    self.options = options
    self.fields = fields
    self.subcommands = []
    self.section = section
    self.isHidden = isHidden
    self.readsPast = readsPast
    self.permission = permission
    self.action = action
  }

  /// A command that holds others.
  package init(
    _ name: String,
    section: String? = nil,
    permission: CommandPermission? = nil,
    summary: String,
    discussion: String = "",
    examples: [CommandExample] = [],
    subcommands: [Command]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = []
    self.options = []
    self.fields = []
    self.subcommands = subcommands
    self.section = section
    self.isHidden = false
    self.readsPast = false
    self.permission = permission
    self.action = nil
  }
}
