import GMSCalendar

extension AccessGroup {
  /// A group of a configuration.
  ///
  /// - Throws: `CoreError` with code `unknownResourceGroup` with the nearest name, or as
  ///   ``init(_:_:)``.
  public init(_ name: String, in configuration: Configuration) throws(CoreError) {
    guard let group = configuration.resources[name] else {
      throw .unknown(
        .unknownResourceGroup,
        name,
        as: "resource",
        among: configuration.resources.keys.sorted(by: NaturalOrder.precedes)
      )
    }
    try self.init(name, group)
  }

  /// All groups of a configuration, in natural order.
  ///
  /// - Throws: as ``init(_:_:)`` for the first group that cannot be read.
  public static func all(in configuration: Configuration) throws(CoreError) -> [AccessGroup] {
    var groups: [AccessGroup] = []
    for name in configuration.resources.keys.sorted(by: NaturalOrder.precedes) {
      groups.append(try AccessGroup(name, in: configuration))
    }
    return groups
  }
}

extension AccessGroup {
  /// For how many seconds a number is booked: the request's word beats the service's, which beats the group's.
  ///
  /// A request that asks for no whole number from 5 to 1800 gets 30, as GMS does. In configuration such a value
  /// is refused when it is written, so that it cannot come here.
  ///
  /// - Parameters:
  ///   - requested: `_booking_expiration_timeout` of the request; nil or empty when it has none.
  ///   - service: the service's option; nil when it has none.
  /// - Returns: seconds, 5…1800.
  public func expiration(requested: String?, service: Int? = nil) -> Int {
    if let requested, !requested.isEmpty {
      guard let seconds = OptionTextChecker.integer(requested), AccessGroup.expirations.contains(seconds)
      else { return AccessGroup.defaultExpiration }
      return seconds
    }
    guard let service, AccessGroup.expirations.contains(service) else { return expiration }
    return service
  }
}
