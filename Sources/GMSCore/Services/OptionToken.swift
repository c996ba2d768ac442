/// Tokens in option values: `$name$` stands for the request parameter `name`.
///
/// A value with a token has its real form only once a request has come, so nothing is said of it before. A name
/// consists of ASCII letters, digits and `_`; a dollar sign that begins no token is a dollar sign.
enum OptionToken {
  /// Whether the text holds a token.
  static func isIn(_ text: String) -> Bool { first(in: Array(text.utf8)[...]) != nil }

  /// The text with each token replaced by the parameter that it names.
  ///
  /// What a parameter brings is not searched for tokens again.
  ///
  /// - Throws: `CoreError` with code `tokenWithoutValue`.
  static func replace(
    in text: String,
    by parameters: Options,
    option: String,
    service: String
  ) throws(CoreError) -> String {
    var rest = Array(text.utf8)[...]
    guard var token = first(in: rest) else { return text }
    var result: [UInt8] = []
    while true {
      let name = String(decoding: rest[(token.lowerBound + 1)..<(token.upperBound - 1)], as: UTF8.self)
      guard let value = parameters[name] else {
        throw CoreError(
          .tokenWithoutValue,
          ["service": service, "option": option, "value": text, "token": name]
        )
      }
      result += rest[..<token.lowerBound]
      result += value.utf8
      rest = rest[token.upperBound...]
      guard let next = first(in: rest) else { break }
      token = next
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  /// Where the first token stands, its dollar signs included.
  private static func first(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var opening: Int?
    for (at, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "$") {
        if let opening, at > opening + 1 { return opening..<(at + 1) }
        opening = at
      } else if !isNameByte(byte) {
        opening = nil
      }
    }
    return nil
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
