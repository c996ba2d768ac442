extension Template {
  /// The options under one heading, in their order.
  ///
  /// - Parameter category: the heading, in any case of letters.
  /// - Returns: the options, at least one.
  /// - Throws: `CoreError` with code `unknownCategory`, the nearest heading and all headings.
  public func options(in category: String) throws(CoreError) -> [OptionDefinition] {
    let wanted = category.lowercased()
    guard let found = categories.first(where: { $0.rawValue.lowercased() == wanted }) else {
      let names = categories.map(\.rawValue)
      var facts: [JSONValue.Member] = [
        .init("template", .string(name)), .init("value", .string(category)),
      ]
      if let nearest = OptionTextChecker.nearest(category, names) {
        facts.append(.init("suggestion", .string(nearest)))
      }
      facts.append(.init("accepted", .string(names.map { "'\($0)'" }.joined(separator: ", "))))
      throw CoreError(.unknownCategory, facts)
    }
    return options.filter { $0.category == found }
  }
}
