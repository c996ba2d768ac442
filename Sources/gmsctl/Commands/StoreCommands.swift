internal import GMSCore

/// Making a store, and the noun for what is done with it as a whole.
enum StoreCommands {
  static let section = "Store and configuration"

  static let all = [initialize, store]

  private static let store = Command(
    "store",
    section: section,
    permission: .configure,
    summary: "the store as a whole: backup, health, past",
    subcommands: [
      MaintenanceCommands.info, MaintenanceCommands.check, MaintenanceCommands.repair,
      MaintenanceCommands.compact, MaintenanceCommands.log, TransferCommands.export, TransferCommands.load,
    ]
  )

  private static let initialize = Command(
    "init",
    section: section,
    permission: .newStore,
    summary: "make a new store; an existing one is refused",
    fields: ["store"],
    examples: [CommandExample("gmsctl init --store /var/lib/gms")]
  ) { invocation in
    let path = invocation.context.storePath
    if invocation.context.isDryRun {
      guard try !exists(path) else { throw CoreError(.storeExists, ["path": path]) }
    } else {
      try FileStore.create(at: path, time: invocation.context.now)
    }
    let verb = invocation.context.isDryRun ? "would make" : "made"
    try invocation.answer(
      Answer(["store": .string(path)], text: "\(verb) the store '\(path)'\n")
    )
    return .done
  }

  /// Whether there is a store already, in whatever state.
  private static func exists(_ path: String) throws -> Bool {
    do {
      _ = try FileStore(opening: path)
      return true
    } catch  where error.code == .storeMissing {
      return false
    }
  }
}
