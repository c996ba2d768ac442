extension ServiceDesk {
  /// `get`: how the node is, for a load balancer.
  ///
  /// `_online_code` while the node is ONLINE, `_offline_code` while it is OFFLINE.
  func get(_ request: DeskRequest, _ reader: any StoreReader) throws -> ServiceResponse {
    // On a node that is SHUTDOWN no service is run, so this is about the two others.
    let node = try Node(request.context.node, in: reader)
    let option: String =
      switch node.status {
      case .online: "_online_code"
      case .offline, .shutdown: "_offline_code"
      }
    return ServiceResponse(
      status: try request.service(keeping: [option]).integer(option),
      of: request,
      message: "node \(node.number) is \(node.status.rawValue)"
    )
  }

  /// `basic_get`: the answer that the configuration writes.
  ///
  /// `result` is the status; with 200 the body is the options, else an error with `error_code` as its message.
  func basicGet(_ request: DeskRequest, _ reader: any StoreReader) throws -> ServiceResponse {
    let status = try request.service.integer("result")
    let text = request.configuredOptions["error_code"] ?? ""
    return ServiceResponse(
      status: status,
      of: request,
      message: text.isEmpty ? "service '\(request.configured.name.text)' answers \(status)" : text,
      first: ["result", "error_code"]
    )
  }
}

extension ServiceResponse {
  /// A status and the body that goes with it.
  ///
  /// With 200 the body is every option without a leading underscore that is configured, so a request's own parameters
  /// are not sent back. From 400 on it is GMS's error body. GMS does not document the body of other statuses: it is an
  /// empty object.
  fileprivate init(status: Int, of request: DeskRequest, message: String, first: [String] = []) {
    self.init(status: status, .object([]))
    if status == 200 {
      let options = request.configuredOptions
      let names = first.filter { options[$0] != nil }
      let others = options.names.filter { !$0.hasPrefix("_") && !names.contains($0) }
      body = .object((names + others).map { .init($0, .string(options[$0] ?? "")) })
    } else if status >= 400 {
      body = [
        "exception": .string("ServiceException"), "message": .string(message),
        "code": .integer(Int64(status)), "phrase": .string(GMSPhrase.of(status: status)),
      ]
    }
  }
}
