/// A stretch of time in which a zone keeps one offset from UTC; half-open, in seconds since 1970.
///
/// It is maximal: the offset just before `start` and from `end` on is another one.
package struct OffsetSpan: Hashable, Sendable {
  /// The first second of the span; `Int64.min` when it has no beginning.
  package let start: Int64
  /// The second after the last of the span; `Int64.max` when it has no end.
  package let end: Int64
  /// Seconds east of UTC.
  package let offset: Int

  /// A span from its parts.
  package init(start: Int64, end: Int64, offset: Int) {
    self.start = start
    self.end = end
    self.offset = offset
  }
}
