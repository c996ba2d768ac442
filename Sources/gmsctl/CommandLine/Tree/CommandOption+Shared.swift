/// Options that several commands take in the same form.
extension CommandOption {
  /// The zone in which times without one are read, and shown where a command shows local times.
  package static let timeZone = CommandOption.value(
    "timezone",
    .timeZone,
    default: "UTC",
    "the zone of times that name none"
  )
}
