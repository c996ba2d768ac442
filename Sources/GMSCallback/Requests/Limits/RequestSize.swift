/// How large a request may be.
///
/// GMS does not document bounds of its own. These are far above what an application sends along with a
/// callback, and far below what would make a store slow: everything is kept with the callback until its life
/// ends.
public enum RequestSize {
  /// The most bytes of a request's body, as JSON text: 1 MiB.
  ///
  /// A longer one is refused before it is read.
  public static let body = 1_048_576
  /// The most parameters of a callback.
  public static let parameters = 500
  /// The most bytes of one name, in UTF-8.
  public static let name = 200
  /// The most bytes of one value, in UTF-8: 64 KiB.
  public static let value = 65_536
  /// The most bytes of the note of a cancellation, in UTF-8: 4 KiB.
  ///
  /// It is a reason in a few words, and it stands in the history of each of the many callbacks that one
  /// cancellation can end.
  public static let note = 4_096
  /// The most bytes of all names and values of a callback together, in UTF-8: 256 KiB.
  public static let total = 262_144
}
