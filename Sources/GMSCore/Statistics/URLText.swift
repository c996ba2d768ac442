/// The little that `urs-stat` needs of URLs; FoundationEssentials' own type takes what is no URL.
enum URLText {
  /// An address with scheme and host, and what stands after its question mark.
  ///
  /// `http` and `https`, a host, a port of 1 to 65535 or none, a path; no user, no fragment, nothing that would have to
  /// be encoded. Nil for any other text.
  static func parts(_ text: String) -> (address: String, query: Substring)? {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !unsafe.contains($0) }) else { return nil }
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let address = halves[0]
    guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://"),
      ["http", "https"].contains(address[..<colon].lowercased())
    else { return nil }
    let rest = address[address.index(colon, offsetBy: 3)...]
    guard isAuthority(rest.prefix { $0 != "/" }), areEscapesWhole(address) else { return nil }
    return (String(address), halves.count > 1 ? halves[1] : "")
  }

  /// The parameters of a query, decoded, in their order; of a name that stands twice the last value holds.
  ///
  /// A plus sign is a space. Empty parts are passed over, and a name without `=` has an empty value. Nil where an escape
  /// is broken, a name is empty, or something invisible is encoded.
  static func parameters(_ query: some StringProtocol) -> [StatisticsQuery.Parameter]? {
    var parameters: [StatisticsQuery.Parameter] = []
    for part in query.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(halves[0]), !name.isEmpty, let value = decode(halves.count > 1 ? halves[1] : "")
      else { return nil }
      parameters.removeAll { $0.name == name }
      parameters.append(.init(name, value))
    }
    return parameters
  }

  /// The text with every byte escaped that RFC 3986 does not leave free everywhere.
  static func encode(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isAlphanumeric(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
  /// What RFC 3986 lets stand nowhere in a URL, and the sign of a fragment.
  private static let unsafe = Set("\"<>\\^`{|}#".utf8)

  private static func decode(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func areEscapesWhole(_ text: Substring) -> Bool {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      let digits = part.utf8.prefix(2)
      return digits.count == 2 && digits.allSatisfy { hexadecimal($0) != nil }
    }
  }

  private static func isAuthority(_ text: Substring) -> Bool {
    var host = text
    var port: Substring?
    let afterBracket = text.lastIndex(of: "]").map { text[$0...] } ?? text
    if let colon = afterBracket.lastIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    if let port {
      guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        (1...65_535).contains(Int(port) ?? 0)
      else { return false }
    }
    if host.hasPrefix("["), host.hasSuffix("]"), host.utf8.count > 4 {
      return host.dropFirst().dropLast().utf8.allSatisfy { byte in
        hexadecimal(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      }
    }
    return !host.isEmpty && host.utf8.allSatisfy { isAlphanumeric($0) || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
