public import GMSCore

extension RecordCodec {
  /// How callbacks are read from lines: as complete records, of which `_expiration_time` and `_url` may be absent
  /// or stale.
  ///
  /// A callback that is not COMPLETED needs a callback service; a completed one may outlive its service.
  public static let callback = RecordCodec(
    .callback,
    serviceTemplate: { $0.keys.state == CallbackState.Name.completed.rawValue ? nil : "callback" },
    read: { object in try Callback(json: withoutURL(JSONReader.read(object))).stored }
  )

  /// The object without `_url`, which a line has when it was made from an answer.
  private static func withoutURL(_ json: JSONValue) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members.filter { $0.name != "_url" })
  }
}
