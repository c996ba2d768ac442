extension Configuration {
  /// All sections: by family, then in natural order of the names.
  package var sections: [ConfigurationSection] {
    ConfigurationSection.Family.allCases.flatMap { family in
      names(of: family).sorted(by: NaturalOrder.precedes).map { ConfigurationSection(family, $0) }
    }
  }

  private func names(of family: ConfigurationSection.Family) -> [String] {
    switch family {
    case .options: Array(options.keys)
    case .services: Array(services.keys)
    case .resources: Array(resources.keys)
    case .patterns: Array(patterns.keys)
    case .accounts: Array(accounts.keys)
    case .templates: Array(templates.keys)
    }
  }

  /// What a section holds; nil when there is no such section.
  ///
  /// Only resource groups have numbers.
  package subscript(section: ConfigurationSection) -> ResourceGroup? {
    get {
      switch section.family {
      case .options: options[section.name].map { ResourceGroup(options: $0) }
      case .services: services[section.name].map { ResourceGroup(options: $0) }
      case .resources: resources[section.name]
      case .patterns: patterns[section.name].map { ResourceGroup(options: $0) }
      case .accounts: accounts[section.name].map { ResourceGroup(options: $0) }
      case .templates: templates[section.name].map { ResourceGroup(options: $0) }
      }
    }
    set {
      switch section.family {
      case .options: options[section.name] = newValue?.options
      case .services: services[section.name] = newValue?.options
      case .resources: resources[section.name] = newValue
      case .patterns: patterns[section.name] = newValue?.options
      case .accounts: accounts[section.name] = newValue?.options
      case .templates: templates[section.name] = newValue?.options
      }
    }
  }

  /// Whether there is no section at all.
  public var isEmpty: Bool {
    options.isEmpty && services.isEmpty && resources.isEmpty && patterns.isEmpty && accounts.isEmpty
      && templates.isEmpty
  }
}

extension ResourceGroup {
  /// The name under which a group's numbers stand among its options.
  static let numbersName = "numbers"
}
