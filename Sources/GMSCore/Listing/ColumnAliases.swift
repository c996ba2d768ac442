import GMSCalendar

/// The headings under which properties of callbacks are shown to people, from the option
/// `callback_column_alias` of the configuration's section `callback`.
///
///     {"_LOB":"Line Of Business","_service_type":"Service Type"}
///
/// An alias stands for its property in lists of fields and in conditions too; where a property of another
/// callback has the alias for its name, the alias wins. So that nothing is ambiguous, no two properties have
/// the same alias, and none is the name of another property that has one. None begins with an underscore, as
/// names of GMS do, and none holds a comma or `=`, which part fields and conditions.
public struct ColumnAliases: Hashable, Sendable {
  /// The option of the section `callback` that keeps aliases.
  public static let option = "callback_column_alias"

  /// The aliases by the names of their properties.
  public let headings: [String: String]
  private let names: [String: String]

  /// No alias.
  public init() { (headings, names) = ([:], [:]) }

  /// The aliases that an option's text gives.
  ///
  /// - Parameter text: The option's text; nil or empty for no alias.
  /// - Throws: `CoreError` with code `invalidOption` that names what is wrong in it.
  public init(_ text: String?) throws(CoreError) {
    guard let text, !text.isEmpty else {
      (headings, names) = ([:], [:])
      return
    }
    let option = ListingOption(name: ColumnAliases.option, text: text)
    var headings: [String: String] = [:]
    var names: [String: String] = [:]
    for member in try option.members(
      #"names of properties, each with its heading, such as {"_LOB":"Line Of Business"}"#
    ) {
      let name = Quotation.clip(member.name)
      guard !member.name.isEmpty else { throw option.refused("a property has no name") }
      guard let alias = member.value.stringValue else {
        throw option.refused("the alias of '\(name)' is no text; write it in double quotes")
      }
      try option.checkName(alias, of: "the alias of '\(name)'")
      if let wrong = alias.first(where: { $0 == "," || $0 == "=" }) {
        throw option.refused("the alias '\(alias)' holds '\(wrong)', which parts names elsewhere")
      }
      guard !alias.hasPrefix("_") else {
        throw option.refused("the alias '\(alias)' begins with '_', as names of GMS do")
      }
      if let other = names.updateValue(member.name, forKey: alias) {
        throw option.refused("'\(Quotation.clip(other))' and '\(name)' have the same alias '\(alias)'")
      }
      headings[member.name] = alias
    }
    for (alias, name) in names.sorted(by: { $0.key < $1.key }) where alias != name && headings[alias] != nil {
      throw option.refused("'\(alias)' is the alias of '\(Quotation.clip(name))', and has an alias itself")
    }
    (self.headings, self.names) = (headings, names)
  }

  /// The heading of a property: its alias, else its name.
  public func heading(of name: String) -> String { headings[name] ?? name }

  /// The property that a person means: the one that has the alias, else the one of that name.
  public func name(for text: String) -> String { names[text] ?? text }
}
