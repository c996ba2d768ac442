extension StatisticsQuery {
  /// The query of a request for an `urs-stat` service.
  ///
  /// Where the routing server stands, what it is always asked and how long answers are kept is the service's alone: a
  /// request that could name an address would make the server call it. A request's parameters without a leading
  /// underscore come last; one whose name is there already takes the place of that one's value, and an empty one counts
  /// as not brought.
  ///
  /// - Throws: `CoreError` with code `invalidOption` for an address or parameters that do not read.
  init(_ request: DeskRequest) throws(CoreError) {
    let service = try request.service(keeping: ["_urs_url", "_urs_stat_url_parameters", "_caching_policy"])
    var address: String?
    var parameters: [Parameter] = []
    func add(_ parameter: Parameter) {
      if let index = parameters.firstIndex(where: { $0.name == parameter.name }) {
        parameters[index] = parameter
      } else {
        parameters.append(parameter)
      }
    }
    func read(_ query: some StringProtocol, _ option: String, _ value: String) throws(CoreError) {
      guard let found = URLText.parameters(query) else {
        throw .invalidOption(
          option,
          of: service.name.text,
          value: value,
          accepted:
            "URL-encoded parameters such as name=Sales&tenant=Main, with % before two hexadecimal digits"
        )
      }
      found.forEach(add)
    }
    if let url = try service.string(ifSet: "_urs_url") {
      guard let parts = URLText.parts(url) else {
        throw .invalidOption(
          "_urs_url",
          of: service.name.text,
          value: url,
          accepted: "a URL such as http://host:2828/urs/call/max/lvq"
        )
      }
      address = parts.address
      try read(parts.query, "_urs_url", url)
    }
    if let text = try service.string(ifSet: "_urs_stat_url_parameters") {
      try read(text, "_urs_stat_url_parameters", text)
    }
    for (name, value) in request.requested.userData.sorted where !value.isEmpty {
      add(Parameter(name, value))
    }
    self.init(
      service: service.name.text,
      address: address,
      parameters: parameters,
      secondsKept: try service.integer("_caching_policy"),
      now: request.context.now
    )
  }
}
