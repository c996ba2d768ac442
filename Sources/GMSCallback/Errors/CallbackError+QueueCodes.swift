import GMSCore

extension CallbackError.Code {
  /// A question about the place in line of a callback that has none: facts `id`, `state`, `accepted`.
  public static let notInQueue = CallbackError.Code(rawValue: "not-in-queue")
}

extension CallbackError {
  /// A callback that has no place in line.
  static func notInQueue(_ callback: Callback) -> CallbackError {
    let states = CallbackState.Name.allCases.filter { CallbackState.Name.inQueue.contains($0) }
    return CallbackError(
      .notInQueue,
      [
        .init("id", .string(callback.id.text)),
        .init("state", .string(callback.state.name.rawValue)),
        .init("accepted", .array(states.map { .string($0.rawValue) })),
      ]
    )
  }
}
