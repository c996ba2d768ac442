internal import GMSCore

/// Making a store.
enum StoreCommands {
  static let section = "Store and configuration"

  static let all = [initialize]

  private static let initialize = Command(
    "init",
    section: section,
    summary: "make a new store; an existing one is refused",
    examples: [CommandExample("gmsctl init --store /var/lib/gms")]
  ) { invocation in
    let path = invocation.context.storePath
    if !invocation.context.isDryRun { try FileStore.create(at: path) }
    try invocation.answer(
      Answer(["store": .string(path)], text: "made the store '\(path)'\n")
    )
    return .done
  }
}
