/// What the library knows of the capacity template beside its file.
enum CapacityTemplate {
  /// Its name.
  static let name = ShippedTemplate.capacity.rawValue
}
