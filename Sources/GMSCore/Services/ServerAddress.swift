/// Where devices reach GMS from outside, from the option `external_url_base` of the options section `server`.
///
///     [server]
///     external_url_base = https://gms.example.com
///
/// The paths of services follow it. Without it the address is `http://localhost:8080`, GMS's usual port. GMS names the
/// option and its section; that it begins with `http://` or `https://` is our rule.
public enum ServerAddress {
  /// The section's name.
  public static let section = "server"
  /// The option's name.
  public static let option = "external_url_base"
  /// The address where nothing is configured.
  public static let standard = "http://localhost:8080"

  /// Checks a section.
  ///
  /// - Throws: `CoreError` with code `invalidOption` for a value that is no address.
  static func check(_ options: Options) throws(CoreError) {
    guard let value = options[option], !value.isEmpty else { return }
    guard isAddress(value) else {
      throw CoreError(
        .invalidOption,
        [
          "option": option, "value": value,
          "reason":
            "an address begins with 'http://' or 'https://' and a host, and has neither blank nor '?' nor '#'",
        ]
      )
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count).utf8
      guard let first = rest.first, first != UInt8(ascii: "/"), first != UInt8(ascii: ":") else {
        return false
      }
      return rest.allSatisfy { 0x20 < $0 && $0 < 0x7F && !"\"#?<>\\^`{|}".utf8.contains($0) }
    }
    return false
  }
}

extension StoreReader {
  /// The address under which devices reach GMS, without a slash at its end.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  public func serverAddress() throws -> String {
    guard let text = try section(ServerAddress.section)?[ServerAddress.option], !text.isEmpty else {
      return ServerAddress.standard
    }
    var address = text[...]
    while address.hasSuffix("/") { address = address.dropLast() }
    return String(address)
  }
}
