/// A family of records in a store, such as the callbacks.
public struct RecordKind: RawRepresentable, Hashable, Sendable {
  /// The stable name, lower case; it is written in stores and exports.
  public let rawValue: String

  /// A kind from its stable name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Callbacks, of GMSCallback.
  public static let callback = RecordKind(rawValue: "callback")
  /// What a request to a service made: a running instance of the service.
  public static let instance = RecordKind(rawValue: "instance")
  /// Values that the storage service keeps.
  public static let storage = RecordKind(rawValue: "storage")
  /// Nodes that were said something about.
  public static let node = RecordKind(rawValue: "node")
  /// Bookings of access numbers.
  public static let booking = RecordKind(rawValue: "booking")
  /// What somebody outside has still to be told of callbacks, of GMSCallback.
  public static let notification = RecordKind(rawValue: "notification")
  /// The orders in which groups give their numbers out.
  ///
  /// They only hint, and are not exported.
  package static let numberOrder = RecordKind(rawValue: "number-order")
}
