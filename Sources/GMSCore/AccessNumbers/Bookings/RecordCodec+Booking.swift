extension RecordCodec {
  /// How bookings are read from lines: as complete records, in any spelling.
  ///
  /// A booking needs no service: one may outlive its group.
  public static let booking = RecordCodec(.booking) { text in
    try AccessBooking(json: JSONReader.read(text)).stored
  }
}
