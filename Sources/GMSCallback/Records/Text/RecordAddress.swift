/// The address of a record: `/genesys/1/service/callback/<service>/<id>`, the two names percent-encoded.
///
/// Every byte but RFC 3986's unreserved characters stands as `%XX`, so no byte of it needs an escape in JSON.
enum RecordAddress {
  private static let start: StaticString = "/genesys/1/service/callback/"

  /// Appends the address.
  static func append(service: String, id: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
    encode(service) { bytes.append($0) }
    bytes.append(UInt8(ascii: "/"))
    encode(id) { bytes.append($0) }
  }

  /// Whether bytes are the address.
  static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, service: String, id: String) -> Bool {
    var cursor = RecordCursor(bytes)
    guard cursor.take(start) else { return false }
    var isEqual = true
    encode(service) { isEqual = cursor.take($0) && isEqual }
    isEqual = cursor.take(UInt8(ascii: "/")) && isEqual
    encode(id) { isEqual = cursor.take($0) && isEqual }
    return isEqual && cursor.isAtEnd
  }

  @inline(__always)
  private static func encode(_ text: String, to put: (UInt8) -> Void) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: put(byte)
      default:
        put(UInt8(ascii: "%"))
        put(digit(byte >> 4))
        put(digit(byte & 15))
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
