/// One run of a command: its line, understood and checked, and what surrounds it.
///
/// Values are asked for by the names of the command's declarations. To ask for a name that the command does not
/// declare, or for a flag as a text, is a mistake of the program and ends it with a sentence.
package struct Invocation {
  /// The commands that were named, the root first.
  package let path: [Command]
  /// The command that runs.
  package let command: Command
  /// The values of the line.
  package let values: ParsedValues
  /// What the global options and the environment say.
  package let context: GlobalContext
  let input: StandardInput

  /// A run of the last command of a path.
  ///
  /// - Throws: `unknownField` when the command's fields are declared and `--fields` names another one.
  package init(_ path: [Command], _ values: ParsedValues, _ context: GlobalContext) throws(UsageError) {
    guard let command = path.last else { preconditionFailure("a path starts with the root of the tree") }
    try context.renderer.selection?.check(against: command.fields)
    self.path = path
    self.command = command
    self.values = values
    self.context = context
    input = StandardInput(context.console.input)
  }

  /// The root of the tree.
  package var root: Command { path.first ?? command }

  /// The words that lead to the command, from `gmsctl` on; with what was asked, the name of a change.
  package var words: [String] { path.map(\.name) }
}
