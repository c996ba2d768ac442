public import GMSCore

extension RecordCodec {
  /// How callbacks are read from lines: as complete records, of which `_expiration_time` and `_url` may be absent
  /// or stale.
  ///
  /// A callback that is not COMPLETED needs a callback service; a completed one may outlive its service.
  public static let callback = RecordCodec(
    .callback,
    serviceTemplate: { $0.keys.state == CallbackState.Name.completed.rawValue ? nil : "callback" },
    read: { try Callback.record(importing: $0) }
  )
}
