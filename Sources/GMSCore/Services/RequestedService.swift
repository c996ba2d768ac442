/// A configured service as one request sees it: tokens replaced, and the request's values where it may bring them.
///
/// Which value of an option holds, the first that there is:
/// 1. the request's, where `_overwritable_options` lists the option; it can list `_ors` and `_target`;
/// 2. the configured one, in which `$name$` stands for the request's parameter `name`;
/// 3. the request's;
/// 4. the template's default.
///
/// Parameters without a leading underscore are the customer's own data and change no option.
public struct RequestedService: Hashable, Sendable {
  /// The service with the options that hold for this request; ask it for values, their types are checked then.
  public let service: ConfiguredService
  /// The parameters as the request brought them.
  public let parameters: Options
  /// The parameters that change nothing, since the service has a value of its own, in natural order.
  public let ignored: [String]

  /// The options that `_overwritable_options` can list.
  public static let overwritable = ["_ors", "_target"]

  /// The service for a request with these parameters.
  ///
  /// - Throws: `CoreError` with code `tokenWithoutValue` for a token whose parameter the request does not bring,
  ///   `invalidOption` when `_overwritable_options` lists an option that cannot be overwritten, or as the template
  ///   catalogue when a token is part of `_type` or `_service` and what it makes is no template.
  /// - Complexity: O(n) in the size of the options and of the parameters.
  public init(
    _ service: ConfiguredService,
    parameters: Options = [:],
    catalog: TemplateCatalog = .builtIn
  ) throws(CoreError) {
    var options = Options()
    for (name, value) in service.options.sorted {
      options[name] = try OptionToken.replace(
        in: value,
        by: parameters,
        option: name,
        service: service.name.text
      )
    }
    let overwritable = try RequestedService.overwritable(options, of: service.name.text)
    var ignored: [String] = []
    for (name, value) in parameters.sorted where name.hasPrefix("_") && !value.isEmpty {
      if overwritable.contains(name) || (options[name] ?? "").isEmpty {
        options[name] = value
      } else if options[name] != value {
        ignored.append(name)
      }
    }
    let isOfSameTemplate = ["_type", "_service", "_service_type"].allSatisfy {
      options[$0] == service.options[$0]
    }
    self.service =
      isOfSameTemplate
      ? ConfiguredService(service, options: options)
      : try ConfiguredService(service.name.text, options, catalog: catalog)
    self.parameters = parameters
    self.ignored = ignored
  }

  /// The customer's own data: the parameters without a leading underscore.
  public var userData: Options {
    Options(parameters.dictionary.filter { !$0.key.hasPrefix("_") })
  }

  private static func overwritable(_ options: Options, of service: String) throws(CoreError) -> [String] {
    let option = "_overwritable_options"
    guard let text = options[option], !text.isEmpty else { return [] }
    let type = OptionType.namesAmong(overwritable)
    try OptionTextChecker.check(text, as: type, option: option, service: service)
    return OptionTextChecker.names(text) ?? []
  }
}
