#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// A request as the rules see it: what the callback will be, and what it was before.
struct JudgedRequest {
  /// All parameters that the callback will have.
  let parameters: Options
  /// Those that the request brings.
  let given: Options
  /// The time that is asked for; nil for at once, or, in a change, for the old one.
  let desired: Date?
  /// The SCHEDULED callback that is changed; nil when a new one is asked for.
  let changed: Callback?
  /// The customer's number; nil when there is none.
  let number: CustomerNumber?

  /// A request for a new callback.
  ///
  /// - Parameters:
  ///   - parameters: All parameters that it will have.
  ///   - given: Those that the request brings; nil when all are its own.
  ///   - desired: When the customer wants to be called; nil for at once.
  init(new parameters: Options, given: Options? = nil, desired: Date?) {
    self.init(parameters: parameters, given: given ?? parameters, desired: desired, changed: nil)
  }

  /// A change of a SCHEDULED callback.
  init(change callback: Callback, to parameters: Options, given: Options, desired: Date?) {
    self.init(parameters: parameters, given: given, desired: desired, changed: callback)
  }

  private init(parameters: Options, given: Options, desired: Date?, changed: Callback?) {
    self.parameters = parameters
    self.given = given
    // As it will be kept, so that a time of this very moment is not past for a fraction of a millisecond.
    self.desired = desired?.onMillisecond
    self.changed = changed
    number = parameters[Callback.numberKey].flatMap { $0.isEmpty ? nil : CustomerNumber($0) }
  }

  /// The number by which the customer's other callbacks are found; nil when there is none.
  var customer: String? { number.flatMap { $0.normalised.isEmpty ? nil : $0.normalised } }

  /// Whether the value of a parameter is one that the callback does not have yet.
  ///
  /// Limits of one value are asked of a change only then: the callback does not count against itself.
  func isNew(_ parameter: String) -> Bool {
    guard let changed else { return true }
    if parameter == Callback.numberKey { return changed.customerNumber != number }
    return !Callback.isSame(changed.properties[parameter], parameters[parameter])
  }
}
