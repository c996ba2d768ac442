/// The address of a record: `/genesys/1/service/callback/<service>/<id>`, the two names percent-encoded.
///
/// Every byte but RFC 3986's unreserved characters stands as `%XX`, so no byte of it needs an escape in JSON.
enum RecordAddress {
  private static let start: StaticString = "/genesys/1/service/callback/"

  /// Appends the address.
  static func append(service: String, id: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
    encode(service, to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    encode(id, to: &bytes)
  }

  /// Whether a text is the address of a record with this service and id; the id is well-formed.
  static func isAddress(
    _ address: RecordCursor.Quoted,
    service: RecordCursor.Quoted,
    id: RecordCursor.Quoted,
    _ cursor: RecordCursor
  ) -> Bool {
    var rest = RecordCursor(cursor.slice(address.range))
    guard rest.take(start) else { return false }
    if service.hasEscapes {
      for byte in encoded(cursor.text(service)) where !rest.take(byte) { return false }
    } else {
      for byte in cursor.slice(service.range) {
        if isUnreserved(byte) {
          guard rest.take(byte) else { return false }
        } else {
          guard rest.take(UInt8(ascii: "%")), rest.take(digit(byte >> 4)), rest.take(digit(byte & 15)) else {
            return false
          }
        }
      }
    }
    // Every byte of an id is unreserved.
    return rest.take(UInt8(ascii: "/")) && rest.takeAll(cursor.slice(id.range))
  }

  private static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    encode(text, to: &bytes)
    return bytes
  }

  private static func encode(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
