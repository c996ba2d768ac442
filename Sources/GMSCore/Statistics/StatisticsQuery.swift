#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a request of `urs-stat` asks: the address and the parameters of the service, joined with the request's.
public struct StatisticsQuery: Hashable, Sendable {
  /// A parameter of the joined URL, decoded.
  public struct Parameter: Hashable, Sendable {
    /// The name, such as `name`.
    public var name: String
    /// The value; for `name`, the virtual queue.
    public var value: String

    /// A parameter from its parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The service that was requested, for errors.
  public let service: String
  /// The service's `_urs_url` without its query; nil where the service has none.
  public let address: String?
  /// The parameters in order, no name twice: those of `_urs_url`, of `_urs_stat_url_parameters`, of the request.
  public let parameters: [Parameter]
  /// For how many seconds an answer may be given again: the service's `_caching_policy`.
  public let secondsKept: Int
  /// The instant that is now.
  public let now: Date

  /// A query from its parts.
  ///
  /// - Precondition: no parameter's name stands twice.
  public init(
    service: String,
    address: String? = nil,
    parameters: [Parameter],
    secondsKept: Int = 0,
    now: Date
  ) {
    precondition(
      Set(parameters.map(\.name)).count == parameters.count,
      "A statistics query names each parameter once."
    )
    self.service = service
    self.address = address
    self.parameters = parameters
    self.secondsKept = secondsKept
    self.now = now
  }

  /// The value of a parameter; nil when the query has none of that name.
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The joined URL, percent-encoded: the address, `?`, and the parameters; only these where there is no address.
  public var url: String {
    let query = parameters.map { "\(URLText.encode($0.name))=\(URLText.encode($0.value))" }
    return (address ?? "") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
