#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

/// A request for a callback, as GMS's start request brings it.
public struct StartRequest: Hashable, Sendable {
  /// The callback service.
  public var service: String
  /// When the customer wants to be called; nil for at once.
  public var desiredTime: Date?
  /// The request's parameters: `_customer_number` and other GMS parameters, and the customer's own data.
  public var parameters: Options

  /// A request from its parts.
  ///
  /// - Parameters:
  ///   - service: The callback service.
  ///   - customerNumber: The number to call, as it was typed; it is the parameter `_customer_number`.
  ///   - desiredTime: When the customer wants to be called; nil for at once.
  ///   - parameters: Further parameters.
  public init(
    _ service: String,
    customerNumber: String? = nil,
    at desiredTime: Date? = nil,
    parameters: Options = [:]
  ) {
    self.service = service
    self.desiredTime = desiredTime
    self.parameters = parameters
    if let customerNumber { self.parameters["_customer_number"] = customerNumber }
  }
}
