/// The whole command tree.
package enum CommandTree {
  /// The root: `gmsctl`.
  package static let root = root(
    holding: StoreCommands.all + ConfigurationCommands.all + ServiceCommands.all
      + [
        HoursCommands.hours, CapacityCommands.capacity, CallbackCommands.callback, RunCommand.run,
        SimulateCommand.simulate,
        AccountCommands.account, ResourceCommands.resource, AccessCommands.access, PatternCommands.pattern,
        StorageCommands.storage, NodeCommands.noun, DemoCommand.demo,
      ]
  )

  /// A root that holds the given commands and those that every tree has.
  package static func root(holding commands: [Command]) -> Command {
    Command(
      "gmsctl",
      summary: "callbacks, office hours and capacity, as Genesys Mobile Services has them",
      discussion: """
        Data goes to stdout, everything else to stderr. A TIME is RFC 3339, such as 2026-11-21T09:00:00Z; \
        without a zone it is read in --timezone. An option's value follows it, or stands after '='; after \
        '--' nothing is an option. In key=value, a value @FILE is read from that file and - from standard \
        input; @@ at its start stands for one @.
        """,
      subcommands: commands + BuiltInCommands.all
    )
  }
}
