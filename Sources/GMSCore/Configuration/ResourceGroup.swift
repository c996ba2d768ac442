/// A group of access numbers, with the options that say how they are given out.
public struct ResourceGroup: Hashable, Sendable {
  /// The numbers, in the order in which they were configured.
  public var numbers: [String]
  /// The other options of the group, such as `strategy` and `booking_expiration_timeout`.
  public var options: Options

  /// A group from its parts.
  public init(numbers: [String] = [], options: Options = [:]) {
    self.numbers = numbers
    self.options = options
  }
}
