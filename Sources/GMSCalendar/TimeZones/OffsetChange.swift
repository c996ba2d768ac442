/// An instant from which on a zone has another offset than before.
struct OffsetChange: Hashable, Sendable {
  /// The instant, in seconds since 1970.
  let second: Int64
  /// The offset from then on, in seconds east of UTC.
  let offset: Int
}
