extension OptionName {
  /// Reads a name as a template's JSON form writes it, and as ``description`` prints it: `_timezone`,
  /// `_holiday<n>`, `_capacity_<name>`, or `<name>` for custom options.
  ///
  /// - Returns: nil for anything that is not an ECMAScript identifier with one of these endings or none.
  init?(_ text: String) {
    if text.utf8.last != UInt8(ascii: ">") {
      guard OptionIdentifier.isValid(text) else { return nil }
      self = .exact(text)
    } else if text == "<name>" {
      self = .custom
    } else if text.hasSuffix("<n>") {
      let prefix = String(text.dropLast("<n>".count))
      guard OptionIdentifier.isValid(prefix) else { return nil }
      self = .numbered(prefix)
    } else {
      guard text.hasSuffix("<name>") else { return nil }
      let prefix = String(text.dropLast("<name>".count))
      guard OptionIdentifier.isValid(prefix) else { return nil }
      self = .suffixed(prefix)
    }
  }
}
