/// What one line of an import says.
enum ImportItem {
  /// A section of the configuration, and its options.
  case section(ConfigurationSection, Options)
  /// A number of a resource group.
  case number(String, group: String)
  /// A record, and the template that its service must have; nil when it needs none.
  case record(StoredRecord, serviceTemplate: String?)
}
