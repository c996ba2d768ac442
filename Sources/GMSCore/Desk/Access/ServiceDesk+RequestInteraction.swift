extension ServiceDesk {
  /// `request-interaction`: begins a service for a customer who is about to call, and answers the number to call.
  ///
  ///     {"_id":"1-…","_access_number":"6504664136","_expiration_time":"30"}
  ///
  /// The service runs for `_ttl` seconds; so long the request's own data (parameters without an underscore) is kept in
  /// the storage. The resource group and `_provide_code` are the service's, or else the request's. `_access_code`
  /// follows the number when a code is asked for.
  func requestInteraction(_ request: DeskRequest, _ writer: any StoreWriter) throws -> ServiceResponse {
    let context = request.context
    var generator = context.randomness.generator(sequence: writer.sequence)
    let id = ServiceID(node: context.node, using: &generator)
    var instance = ServiceInstance(
      id: id.text,
      service: request.configured.name.text,
      node: context.node,
      created: context.now,
      timeToLive: try request.service.integer("_ttl"),
      phoneNumber: try request.phoneNumber()
    )
    let data = try StorageItem(
      id: ServiceID(node: context.node, using: &generator),
      instance: instance.id,
      created: instance.created,
      expires: instance.expires,
      values: request.requested.userData.dictionary.mapValues(StorageValue.text)
    )
    instance.dataID = data.id
    try writer.put(data.stored)
    return try giveAccess(to: .instance(instance), request, writer, using: &generator)
  }
}
