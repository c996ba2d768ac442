/// A family of records in a store, such as the callbacks.
public struct RecordKind: RawRepresentable, Hashable, Sendable {
  /// The stable name, lower case; it is written in stores and exports.
  public let rawValue: String

  /// A kind from its stable name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Callbacks, of GMSCallback.
  public static let callback = RecordKind(rawValue: "callback")
  /// Bookings of access numbers.
  public static let booking = RecordKind(rawValue: "booking")
  /// The orders in which groups give their numbers out.
  ///
  /// They only hint, and are not exported.
  package static let numberOrder = RecordKind(rawValue: "number-order")
}
