public import GMSCore

extension CancellationReport {
  /// The report as JSON; every member stands in every entry, null where there is nothing to say.
  ///
  ///     {"cancelled":1,"already-completed":0,"not-cancellable":0,"unknown":0,"callbacks":[{"_id":"1-…",
  ///      "_service_name":"support","state":"ROUTING","result":"cancelled","reason":"CANCELLED_BY_ADMIN",
  ///      "note":"storm","actions":["hang-up-customer","release-agent agent=kate"]}]}
  public var json: JSONValue {
    .object(
      CancelledCallback.Result.allCases.map {
        JSONValue.Member($0.rawValue, .integer(Int64(count($0))))
      } + [.init("callbacks", .array(callbacks.map(\.json)))]
    )
  }

  /// The counts as one line for a person: `2 cancelled, 1 already completed, 0 not cancellable, 0 unknown`.
  public var summary: String {
    CancelledCallback.Result.allCases.map { result in
      "\(count(result)) " + result.rawValue.split(separator: "-").joined(separator: " ")
    }.joined(separator: ", ")
  }
}

extension CancelledCallback {
  /// The entry as JSON; see ``CancellationReport/json``.
  public var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
    return .object([
      .init("_id", .string(id)),
      .init("_service_name", text(service)),
      .init("state", text(state?.rawValue)),
      .init("result", .string(result.rawValue)),
      .init("reason", text(reason?.rawValue)),
      .init("note", text(note)),
      .init("actions", .array(actions.map { .string($0.description) })),
    ])
  }

  /// The names of the members of ``json``, in their order.
  public static let fields = ["_id", "_service_name", "state", "result", "reason", "note", "actions"]
}
