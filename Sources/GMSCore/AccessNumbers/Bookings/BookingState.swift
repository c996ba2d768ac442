/// What has become of a booking; it follows from its times and is stored nowhere.
public enum BookingState: String, CaseIterable, Sendable {
  /// A call on the number can reach its service.
  case live
  /// It was released or matched before its time was over.
  case released
  /// Its time went by.
  case expired
}
