extension Callback {
  /// Whether two values of a property are the same, byte by byte in UTF-8.
  ///
  /// `==` also takes texts for equal that Unicode holds to be equivalent, such as an `é` of one scalar and one
  /// of two. The text of a record is searched for bytes, so without this the answer would depend on whether a
  /// store keeps records as texts.
  static func isSame(_ first: String?, _ second: String?) -> Bool {
    // Nearly always told by this alone, and fast: what differs for Unicode differs in its bytes.
    guard first == second else { return false }
    guard let first, let second else { return true }
    return first.utf8.elementsEqual(second.utf8)
  }
}
