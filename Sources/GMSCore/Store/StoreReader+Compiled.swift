extension StoreReader {
  /// Nothing: whoever needs a service reads it from the configuration each time.
  ///
  /// This default is always right; a store that keeps ``CompiledServices`` beside its configuration is quicker.
  public var compiledServices: CompiledServices? { nil }
}
