/// Tokens in option values: `$name$` stands for the request parameter `name`.
///
/// A value with a token has its real form only once a request has come, so nothing is said of it before.
enum OptionToken {
  /// Whether the text holds a token: an identifier's characters between two dollar signs.
  static func isIn(_ text: String) -> Bool {
    var opened = false
    var length = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "$") {
        if opened, length > 0 { return true }
        opened = true
        length = 0
      } else if isNameByte(byte) {
        length += 1
      } else {
        opened = false
      }
    }
    return false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
