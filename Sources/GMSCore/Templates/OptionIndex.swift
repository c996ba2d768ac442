/// Where each option stands among the options of a template, by its name.
struct OptionIndex: Hashable, Sendable {
  /// Where the options of one name stand.
  private var exact: [String: Int] = [:]
  /// Where the families stand, the longest prefix first: `_capacity_add_` before `_capacity_`.
  private var families: [Int] = []
  /// The first option whose name another one before it has; nil when each stands once.
  private(set) var repeated: Int?

  /// An index of these options.
  init(_ options: [OptionDefinition]) {
    exact.reserveCapacity(options.count)
    for (index, option) in options.enumerated() {
      let isNew: Bool
      switch option.name {
      case .exact(let name):
        isNew = exact.updateValue(index, forKey: name) == nil
      case .numbered, .suffixed, .custom:
        isNew = !families.contains { options[$0].name == option.name }
        families.append(index)
      }
      if !isNew, repeated == nil { repeated = index }
    }
    families.sort { options[$0].name.prefix.utf8.count > options[$1].name.prefix.utf8.count }
  }

  /// Where the option of a name stands: the one of that name, else the first family that the name belongs to.
  ///
  /// - Complexity: O(1) for an option of one name, else O(n) for n families.
  func place(of name: String, in options: [OptionDefinition]) -> Int? {
    exact[name] ?? families.first { options[$0].name.matches(name) }
  }
}
