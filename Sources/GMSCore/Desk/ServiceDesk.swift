public import GMSCalendar

/// Runs the services of a store, each as `POST /genesys/1/service/{name}` runs it in GMS.
///
///     let desk = ServiceDesk(store: store)
///     let response = try desk.request("LoadBalancer-checker", [:], RequestContext(now: now))
///     response.status                                      // 200
///     response.body                                        // {"custom_parameter_1":"value1"}
///
/// A request is one transaction of the store: a reading one where the service changes nothing, so that such
/// requests wait for nobody. A refused request throws and writes nothing.
///
/// Callbacks are not the desk's: `CallbackEngine.request` of GMSCallback takes requests for callback services, and
/// hands all others to a desk. Keep one desk for as long as the process lives: the answers that `urs-stat` keeps for
/// its `_caching_policy` live in it, and copies of a desk share them.
public struct ServiceDesk: Sendable {
  /// Where configuration and records are.
  public let store: any Store
  /// Where zones are found.
  public let zones: ZoneDatabase
  /// On whose behalf the desk acts.
  public private(set) var authority: Authority
  /// Who answers `urs-stat`, behind the answers that are kept.
  public let statistics: StatisticsCache
  /// Who opens chat sessions.
  public let chat: any ChatTransport
  /// Who knows the services that run beside the desk's own instances.
  public private(set) var services: any RunningServices

  /// A desk on a store.
  ///
  /// - Parameters:
  ///   - store: Where configuration and records are.
  ///   - zones: Where zones are found.
  ///   - authority: On whose behalf the desk acts.
  ///   - statistics: Who knows the statistics of virtual queues; the default knows of no activity.
  ///   - chat: Who opens chat sessions; the default opens each.
  ///   - services: Who knows the services that run beside the desk's own, such as callbacks; the default knows none.
  public init(
    store: any Store,
    zones: ZoneDatabase = .system,
    authority: Authority = .administrator,
    statistics: any StatisticsProvider = IdleStatistics(),
    chat: any ChatTransport = AcceptingChatTransport(),
    services: any RunningServices = NoOtherServices()
  ) {
    self.store = store
    self.zones = zones
    self.authority = authority
    self.statistics = StatisticsCache(statistics)
    self.chat = chat
    self.services = services
  }

  /// The same desk on behalf of somebody, with the statistics that this one keeps.
  ///
  /// Whoever may view office hours and capacities may ask for them here too. Everything else is the administrator's: to
  /// `configure`.
  public func acting(on authority: Authority) -> ServiceDesk {
    var desk = self
    desk.authority = authority
    return desk
  }

  /// The same desk beside other running services.
  package func serving(_ services: any RunningServices) -> ServiceDesk {
    var desk = self
    desk.services = services
    return desk
  }

  /// How a service is run: by reading alone, or by a transaction that writes.
  private enum Work {
    case reads((DeskRequest, any StoreReader) throws -> ServiceResponse)
    case writes((DeskRequest, any StoreWriter) throws -> ServiceResponse)
  }

  /// Runs a configured service once.
  ///
  /// - Parameters:
  ///   - service: The service's name.
  ///   - parameters: The request's parameters: GMS's own begin with an underscore, others are the customer's data.
  ///   - context: The instant that is now, randomness, the node that takes the request.
  /// - Returns: The HTTP status and the body. Some services answer other statuses than 200 without an error, such as
  ///   `get` on a node that is OFFLINE.
  /// - Throws: `CoreError` with code `notPermitted`; `unknownService`; `nodeShutDown` when the node is SHUTDOWN;
  ///   `serviceNotRun` (501) for callback services, samples and templates of one's own, which have no behaviour here; and what the
  ///   service itself refuses.
  public func request(
    _ service: String,
    _ parameters: Options = [:],
    _ context: RequestContext
  ) throws -> ServiceResponse {
    let answer = try store.read { reader -> ServiceResponse? in
      let request = try prepare(service, parameters, context, reader)
      guard case .reads(let run) = try work(of: request.configured) else { return nil }
      return try run(request, reader)
    }
    if let answer { return answer }
    // Between the two the service may have become another one, so the writing transaction decides anew.
    return try store.write(context.change) { writer in
      let request = try prepare(service, parameters, context, writer)
      return switch try work(of: request.configured) {
      case .reads(let run): try run(request, writer)
      case .writes(let run): try run(request, writer)
      }
    }
  }

  private func prepare(
    _ service: String,
    _ parameters: Options,
    _ context: RequestContext,
    _ reader: any StoreReader
  ) throws -> DeskRequest {
    // Before anything is told of the store: whether there is such a service is one of its secrets.
    try authority.require(.view, on: service, reader)
    try Node.requireRunning(context.node, reader)
    let configured = try ServiceCalendars(reader, zones: zones).service(service)
    _ = try work(of: configured)
    if let action = DeskService(rawValue: configured.template.name)?.action {
      try authority.require(action, on: service, reader)
    }
    return try DeskRequest(configured, parameters, context)
  }

  private func work(of service: ConfiguredService) throws(CoreError) -> Work {
    switch DeskService(rawValue: service.template.name) {
    case .officeHours: .reads(officeHours)
    case .capacity: .reads(capacity)
    case .get: .reads(get)
    case .basicGet: .reads(basicGet)
    case .ursStat: .reads(ursStat)
    case .requestChat: .writes(requestChat)
    case .requestInteraction: .writes(requestInteraction)
    case .requestAccess: .writes(requestAccess)
    case .matchInteraction: .writes(matchInteraction)
    case .callback, .samples, nil: throw .serviceNotRun(service)
    }
  }
}
