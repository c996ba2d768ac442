/// The demonstration as a command.
enum DemoCommand {
  static let demo = Command(
    "demo",
    section: "About gmsctl",
    permission: .nothing,
    summary: "the main job, step by step, with real output",
    discussion: """
      It works in the directory that --store names, which must be new, else in a temporary one that it names. Nothing \
      outside is read or changed.
      """,
    examples: [CommandExample("gmsctl demo"), CommandExample("gmsctl demo --store /tmp/try")]
  ) { invocation in
    let directory =
      try invocation.optional("store") ?? FileDescriptor.newTemporaryDirectory(prefix: "gms-demo")
    return try Demo(directory: directory, console: invocation.context.console, tree: invocation.root).run()
  }
}
