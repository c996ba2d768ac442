/// Finding things in the tree.
extension Command {
  /// The command directly under this one that has the name.
  package func subcommand(_ name: String) -> Command? {
    subcommands.first { $0.name == name }
  }

  /// The commands under this one that lists show.
  package var visibleSubcommands: [Command] { subcommands.filter { !$0.isHidden } }

  /// The option of this command, or the global one, that has the long name.
  package func option(_ name: String) -> CommandOption? {
    options.first { $0.name == name } ?? GlobalOptions.all.first { $0.name == name }
  }

  /// The option of this command, or the global one, that has the letter.
  package func option(short letter: Character) -> CommandOption? {
    options.first { $0.short == letter } ?? GlobalOptions.all.first { $0.short == letter }
  }

  /// The argument that has the name.
  package func argument(_ name: String) -> CommandArgument? {
    arguments.first { $0.name == name }
  }

  /// This command and all that lists show below it, parents first, each with the words that lead to it.
  ///
  /// The path holds the words that lead to this command, its own name included.
  package func walk(_ path: [String]) -> [(path: [String], command: Command)] {
    [(path, self)] + visibleSubcommands.flatMap { $0.walk(path + [$0.name]) }
  }

  /// The visible subcommands under their headings, in the order in which the headings first occur.
  package var sections: [(heading: String?, commands: [Command])] {
    var sections: [(heading: String?, commands: [Command])] = []
    for command in visibleSubcommands {
      if let index = sections.firstIndex(where: { $0.heading == command.section }) {
        sections[index].commands.append(command)
      } else {
        sections.append((command.section, [command]))
      }
    }
    return sections
  }
}
