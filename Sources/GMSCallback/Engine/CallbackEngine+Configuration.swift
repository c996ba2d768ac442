public import GMSCore

extension CallbackEngine {
  /// Changes the configuration by a pure function, in one transaction.
  ///
  /// A service that still has callbacks that are not COMPLETED cannot go, or become a service of another kind: it could no
  /// longer say how they end, and a service that takes its name would start with empty slots. Callbacks follow a change of the list of paused services
  /// at once, as with ``pause(_:_:)`` and ``resume(_:_:)``.
  ///
  /// - Returns: The configuration before and after.
  /// - Throws: what `change` throws; `CoreError` with code `serviceInUse` for a service that goes, or becomes of
  ///   another kind, and has live callbacks. Nothing is written then.
  @discardableResult
  public func changeConfiguration(
    _ context: RequestContext,
    _ change: (Configuration) throws -> Configuration
  ) throws -> (before: Configuration, after: Configuration) {
    try store.write(context.change) { writer in
      try authority.require(.configure, writer)
      let before = try writer.configuration()
      let after = try change(before)
      for name in before.services.keys.sorted() where CallbackEngine.leaves(name, from: before, to: after) {
        let live = try writer.count(
          RecordQuery(
            .callback,
            services: [name],
            states: Set(CallbackState.Name.live.map(\.rawValue))
          )
        )
        guard live == 0 else {
          let users = JSONValue.string("\(live) live callback\(live == 1 ? "" : "s")")
          throw CoreError(
            .serviceInUse,
            [.init("service", .string(name)), .init("users", .array([users]))]
          )
        }
      }
      if after != before { try writer.setConfiguration(after) }
      try steps(context, writer)
        .followPauses(from: PausedServices(before), to: PausedServices(after), at: context.now)
      return (before, after)
    }
  }

  /// Whether a name no longer stands for a callback service.
  private static func leaves(_ name: String, from before: Configuration, to after: Configuration) -> Bool {
    guard let options = after.services[name] else { return true }
    guard options != before.services[name] else { return false }
    return (try? ConfiguredService(name, in: after))?.template.name != ShippedTemplate.callback.name
  }
}
