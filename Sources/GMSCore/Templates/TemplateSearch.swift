/// Finds templates and their options by a text that a person remembers.
///
/// A text is looked for as a whole, in any case of letters.
public struct TemplateSearch: Sendable {
  private let text: String

  /// A search for a text; an empty one finds everything.
  public init(_ text: String) { self.text = text.lowercased() }

  /// Whether the text is in the template's name, summary or scenarios, or one of its options matches.
  ///
  /// - Complexity: O(n) in the length of all that the template says.
  public func matches(_ template: Template) -> Bool {
    [template.name, template.summary].contains(where: holdsText)
      || template.scenarios.contains { holdsText($0.name) || holdsText($0.summary) }
      || template.options.contains(where: matches)
  }

  /// Whether the text is in the option's name or summary.
  public func matches(_ option: OptionDefinition) -> Bool {
    holdsText(option.name.description) || holdsText(option.summary)
  }

  private func holdsText(_ other: String) -> Bool { text.isEmpty || other.lowercased().contains(text) }
}
