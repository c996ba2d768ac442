extension ServiceID {
  /// A new id of a node: its number, and a random UUID (version 4) from the generator.
  ///
  /// - Precondition: the node's number has 1 to 9 digits.
  public init(node: Int, using generator: inout some RandomNumberGenerator) {
    precondition(
      (0...999_999_999).contains(node),
      "A node's number has 1 to 9 digits, but \(node) was given."
    )
    self.init(unchecked: "\(node)-" + UUIDText.random(using: &generator))
  }
}
