import GMSCore

extension CallbackID {
  /// A new id of a node: its number, and a random UUID (version 4) from the generator.
  ///
  /// - Precondition: the node's number has 1 to 9 digits.
  public init(node: Int, using generator: inout some RandomNumberGenerator) {
    self.init(ServiceID(node: node, using: &generator))
  }
}
