/// A value whose text form can be read back to an equal value: `Self(value.description) == value`.
///
/// In JSON such a value is its text, and text that does not read is refused when it is decoded.
public protocol LosslessText: Codable, CustomStringConvertible, Hashable, Sendable {
  /// Reads the text form.
  ///
  /// - Throws: `CalendarError` that says which part of the text is wrong.
  init(_ text: some StringProtocol) throws(CalendarError)
}

extension LosslessText {
  /// Reads the text form from a single string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` with the message of the `CalendarError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the text form as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
