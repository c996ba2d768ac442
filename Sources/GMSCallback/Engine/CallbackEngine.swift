public import GMSCalendar
public import GMSCore

/// The callback services of a store: booking, changing, asking, and moving time on.
///
/// The engine holds no state of its own but the statistics that its ``desk`` keeps for a while: each call is one
/// transaction of the store, given `now`, randomness and ids by its ``/GMSCore/RequestContext``. A refused call writes
/// nothing. An engine may do everything, unless ``acting(as:)`` makes it act on behalf of an account.
///
///     let engine = CallbackEngine(store: store)
///     let callback = try engine.start(
///       StartRequest("support", customerNumber: "+1 650 466 3204", at: desired),
///       RequestContext(now: now))
///     try engine.run(RequestContext(now: later))
public struct CallbackEngine: Sendable {
  /// Where configuration and records are.
  public let store: any Store
  /// Where zones are found.
  public let zones: ZoneDatabase
  /// Who runs the services that are no callback services, on the same store.
  ///
  /// Calls that it matches move callbacks on, which wait for them.
  public var desk: ServiceDesk { plainDesk.serving(RunningCallbacks(engine: self)) }
  /// The same desk, which knows no callbacks.
  let plainDesk: ServiceDesk
  /// On whose behalf the engine acts.
  public let authority: Authority
  /// Hands a callback to the queue that finds agents; false when the queue did not take it.
  ///
  /// In GMS this is the submission to the orchestration server. The default queue takes every callback.
  public let submit: @Sendable (Callback) -> Bool
  /// Who delivers notifications when time is moved on; nil when they wait in the store.
  public let notifications: (any NotificationTransport)?

  /// An engine on a store.
  ///
  /// - Parameters:
  ///   - store: Where configuration and records are.
  ///   - zones: Where zones are found.
  ///   - authority: On whose behalf the engine acts.
  ///   - statistics: Who answers `urs-stat`; the default counts the store's own callbacks.
  ///   - chat: Who opens the sessions of `request-chat`.
  ///   - notifications: Who delivers notifications when time is moved on; without one they wait in the store, where
  ///     ``notifications(of:services:limit:)`` lists them and ``deliver(through:_:)`` takes them, for a day.
  ///   - submit: Hands a callback to the queue that finds agents; false when the queue did not take it.
  public init(
    store: any Store,
    zones: ZoneDatabase = .system,
    authority: Authority = .administrator,
    statistics: any StatisticsProvider = CallbackStatistics(),
    chat: any ChatTransport = AcceptingChatTransport(),
    notifications: (any NotificationTransport)? = nil,
    submit: @escaping @Sendable (Callback) -> Bool = { _ in true }
  ) {
    self.init(
      desk: ServiceDesk(
        store: store,
        zones: zones,
        authority: authority,
        statistics: statistics,
        chat: chat
      ),
      notifications: notifications,
      submit: submit
    )
  }

  /// An engine on a desk's store, which acts on behalf of whom the desk acts.
  init(
    desk: ServiceDesk,
    notifications: (any NotificationTransport)?,
    submit: @escaping @Sendable (Callback) -> Bool
  ) {
    store = desk.store
    zones = desk.zones
    authority = desk.authority
    plainDesk = desk
    self.notifications = notifications
    self.submit = submit
  }

  /// Parameters that the engine sets itself, so that no request may bring them.
  static let reservedParameters: Set<String> = [
    "_id", "_callback_state", "_callback_reason", "_expiration_time", "_service_name", "_url",
    "_desired_time",
    "_new_desired_time",
  ]

  /// A configured callback service.
  ///
  /// - Throws: `CoreError` with code `unknownService`, or `wrongTemplate` for another kind of service.
  func service(_ name: String, _ reader: any StoreReader) throws -> ConfiguredService {
    let service = try ServiceCalendars(reader, zones: zones).service(name)
    guard service.template.name == "callback" else {
      throw CoreError(
        .wrongTemplate,
        ["service": name, "template": service.template.name, "accepted": "callback"]
      )
    }
    return service
  }
}
