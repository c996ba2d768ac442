extension Configuration {
  /// What applying a configuration file to this configuration makes.
  ///
  /// A section in the file replaces the section of that name whole: options that the file does not name are
  /// gone from it. Sections that the file does not have stay as they are, or go with `prune`, which makes the
  /// answer equal to the file. Applying what was exported changes nothing, either way.
  ///
  /// - Parameters:
  ///   - file: the configuration that was read from the file.
  ///   - prune: whether sections go that the file does not have.
  /// - Returns: the configuration that is then to be stored.
  public func merging(_ file: Configuration, prune: Bool) -> Configuration {
    if prune { return file }
    var merged = self
    for section in file.sections { merged[section] = file[section] }
    return merged
  }
}
