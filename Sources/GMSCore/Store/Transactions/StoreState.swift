/// Everything that a store holds at one moment.
struct StoreState: Sendable {
  /// How many transactions have been committed.
  var sequence = 0
  /// The configuration.
  private(set) var configuration = Configuration()
  /// What was made of the configuration's services; nil where nobody keeps it.
  private(set) var compiledServices: CompiledServices?
  /// The records.
  var table = RecordTable<RecordContent>()

  /// A state without records, from which nothing is made again and again.
  init(configuration: Configuration = Configuration()) { self.configuration = configuration }

  /// Takes a configuration, with what was made of it; nothing was for a new one.
  mutating func set(_ configuration: Configuration, _ compiled: CompiledServices? = CompiledServices()) {
    self.configuration = configuration
    compiledServices = compiled
  }
}
