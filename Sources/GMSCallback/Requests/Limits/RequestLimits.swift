public import GMSCore

/// What a service's options say about the requests that it takes, as plain values.
///
/// They are read once, all of them: a service with an option that does not read takes no request at all,
/// whichever rule it belongs to. Nothing here depends on a request, so the value can be kept as long as the
/// service stays as it is.
public struct RequestLimits: Hashable, Sendable {
  /// The service.
  public let service: String
  /// The parameters that every request must bring (`_mandatory_customer_lookup_keys`).
  public let mandatoryKeys: [String]
  /// Whether numbers that nobody can have are refused (`_disallow_impossible_phone_numbers`).
  public let refusesImpossibleNumbers: Bool
  /// Whether numbers that are known to be premium are refused (`_disallow_premium_phone_numbers`).
  public let refusesPremiumNumbers: Bool
  /// The country of numbers that are written without one (`_default_country`).
  public let country: String
  /// The group of patterns of numbers that are not called (`_exceptions`); nil for none.
  public let exceptions: String?
  /// The virtual queue that the service itself sets (`_urs_virtual_queue`); nil when the request may.
  public let virtualQueue: String?
  /// How far ahead a callback can be scheduled (`_reject_future_desired_time`).
  public let horizon: DurationText
  /// How many callbacks in queue one number may have (`_enable_in_queue_checking`).
  public let inQueue: InQueueChecking
  /// How many callbacks in queue the service has when it takes no further one for at once
  /// (`_max_queued_callbacks_per_service`); nil when the service leaves it to the section `callback`.
  public let maxQueued: Int?
  /// What holds when neither service nor section sets the former: the template's default.
  public let defaultMaxQueued: Int
  /// How many requests the service takes in 300 seconds, and in 3600 seconds
  /// (`_throttle_callbacks_per_service_1` and `_2`).
  public let throttles: [RequestThrottle]
  /// The parameters of which one value can make only so many requests (`_throttle_request_parameters`).
  public let throttledParameters: [String]
  /// How many requests one value of those can make in 24 hours (`_throttle_request_parameters_limit`).
  public let perValue: RequestThrottle
  /// Whether requests for at once are refused while the office is closed
  /// (`_enable_reject_out_of_office_hours`).
  public let refusesClosedOffice: Bool

  /// The service as queries name it.
  let services: Set<String>

  static let maxQueuedOption = "_max_queued_callbacks_per_service"

  /// The limits that the options of a callback service write; options that are not set have their defaults.
  ///
  /// - Throws: `CoreError` with code `invalidOption` for a value that does not read, which names the option.
  public init(_ service: ConfiguredService) throws(CoreError) {
    self.service = service.name.text
    services = [service.name.text]
    mandatoryKeys = try service.names("_mandatory_customer_lookup_keys")
    refusesImpossibleNumbers = try service.boolean("_disallow_impossible_phone_numbers")
    refusesPremiumNumbers = try service.boolean("_disallow_premium_phone_numbers")
    country = try service.string("_default_country")
    exceptions = try service.string(ifSet: "_exceptions")
    virtualQueue = service.options["_urs_virtual_queue"].flatMap { $0.isEmpty ? nil : $0 }
    horizon = try service.duration("_reject_future_desired_time")
    inQueue = try service.choice("_enable_in_queue_checking")
    let queued = try service.integer(RequestLimits.maxQueuedOption)
    defaultMaxQueued = queued
    maxQueued = (service.options[RequestLimits.maxQueuedOption] ?? "").isEmpty ? nil : queued
    throttles = [
      try RequestThrottle("_throttle_callbacks_per_service_1", of: service, seconds: 300),
      try RequestThrottle("_throttle_callbacks_per_service_2", of: service, seconds: 3_600),
    ]
    throttledParameters = try service.names("_throttle_request_parameters")
    perValue = try RequestThrottle("_throttle_request_parameters_limit", of: service, seconds: 86_400)
    refusesClosedOffice = try service.boolean("_enable_reject_out_of_office_hours")
  }
}

extension RequestThrottle {
  fileprivate init(_ option: String, of service: ConfiguredService, seconds: Int) throws(CoreError) {
    self.init(option: option, limit: try service.integer(option), seconds: seconds)
  }
}
