extension ServiceDesk {
  /// `urs-stat`: the statistics of a virtual queue, or an empty object when it has no activity.
  func ursStat(_ request: DeskRequest, _ reader: any StoreReader) throws -> ServiceResponse {
    let found = try statistics.statistics(StatisticsQuery(request), reader)
    return ServiceResponse(found?.json ?? .object([]))
  }
}
