/// What the library knows of the callback template beside its file.
enum CallbackTemplate {
  /// Its name.
  static let name = ShippedTemplate.callback.rawValue
}
