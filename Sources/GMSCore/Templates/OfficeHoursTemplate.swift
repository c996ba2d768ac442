/// What the library knows of the office-hours template beside its file.
enum OfficeHoursTemplate {
  /// Its name.
  static let name = ShippedTemplate.officeHours.rawValue
}
