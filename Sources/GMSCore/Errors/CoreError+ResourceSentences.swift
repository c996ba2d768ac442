/// The English of errors about changing resource groups.
extension CoreError {
  /// The sentence of a code of this subject; nil for any other.
  var resourceSentence: String? {
    switch code {
    case .resourceGroupExists:
      "there is a resource group \(quoted("resource")) already; take another name, or change that one"
    case .malformedGroupName:
      "\(quoted("value")) cannot name a resource group; write 1 to 200 bytes of printable text without [, ] and "
        + "/, and without a space at either end"
    case .unknownNumber:
      "resource group \(quoted("resource")) has no number \(quoted("value"))\(hint)"
    default: nil
    }
  }
}
