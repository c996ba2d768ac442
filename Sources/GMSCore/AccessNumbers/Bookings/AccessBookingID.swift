/// The name of a booking: `<number>-<code>-<serial>`, such as `6504663204-123456-9f86d081884c7d65`.
///
/// The number is as it is dialled; without a code nothing stands between the dashes. The serial is 16 hexadecimal
/// digits, drawn at random, so that a later booking of the same number and code has another name. The form is our
/// decision: it lets a store find a number's code without any index beside the booking itself. Whoever may see a
/// booking sees its code.
public struct AccessBookingID: Hashable, Sendable {
  /// The number, as it is dialled.
  public let number: String
  /// The code; nil for a booking without one.
  public let code: AccessCode?
  /// What tells bookings of one number and code apart.
  public let serial: UInt64

  init(number: String, code: AccessCode?, serial: UInt64) {
    self.number = number
    self.code = code
    self.serial = serial
  }

  /// Reads an id.
  ///
  /// - Throws: `CoreError` with code `malformedBookingID`.
  public init(_ text: String) throws(CoreError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = AccessNumber.dialled(String(parts[0])), number == parts[0],
      parts[2].utf8.count == 16, parts[2].utf8.allSatisfy(AccessBookingID.isLowerHexadecimal),
      let serial = UInt64(parts[2], radix: 16)
    else { throw CoreError(.malformedBookingID, ["value": text]) }
    var code: AccessCode?
    if !parts[1].isEmpty {
      guard let read = AccessCode(String(parts[1])), read.text == parts[1] else {
        throw CoreError(.malformedBookingID, ["value": text])
      }
      code = read
    }
    self.init(number: number, code: code, serial: serial)
  }

  private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The id as it is written.
  public var text: String {
    let digits = String(serial, radix: 16)
    return "\(number)-\(code?.text ?? "")-\(String(repeating: "0", count: 16 - digits.utf8.count))\(digits)"
  }

  /// Under which name a store keeps the booking.
  ///
  /// Of a number and code there is one record, so that finding out whether a code is taken is one look-up; a new
  /// booking takes the place of one that is over. Without a code every booking has a record of its own.
  var recordID: String { AccessBookingID.recordID(number: number, code: code) ?? text }

  /// The name of the record of a number and code; nil without a code.
  static func recordID(number: String, code: AccessCode?) -> String? { code.map { "\(number)-\($0.text)" } }
}

extension AccessBookingID: CustomStringConvertible {
  /// The id as it is written.
  public var description: String { text }
}
