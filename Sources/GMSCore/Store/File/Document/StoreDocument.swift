/// The document `store.json`: the format's version, and the configuration as a person reads it.
///
/// The first line names format, version and checksum, so that a program of any version can tell what it is.
struct StoreDocument: Sendable {
  /// The transaction after which the configuration is as written here.
  let sequence: Int
  /// The text of the configuration.
  let text: String

  /// What stands in the member `format`.
  static let name = "gms-store"
  /// How many bytes the first line has at most.
  static let headLength = 128

  private static let start = "{\"format\":\"\(name)\",\"version\":\(LogFormat.version),\"crc\":\""
  private static let middle = "\",\n"
  private static let sequenceName = "\"sequence\":"
  private static let configurationName = ",\n\"configuration\":"
  private static let end = "}\n"

  // MARK: - Writing

  /// The bytes of a document.
  static func encode(_ configuration: Configuration, sequence: Int) -> [UInt8] {
    var content = JSONPrinter()
    content.raw("\(sequenceName)\(sequence)\(configurationName)")
    content.pretty(configuration.json, indent: 0)
    content.raw(end)
    var printer = JSONPrinter()
    printer.raw(start)
    withUnsafeBytes(of: LogChain.text(of: CRC32.checksum(content.bytes))) { printer.raw($0) }
    printer.raw(middle)
    return printer.take() + content.bytes
  }

  // MARK: - Reading

  /// What the first bytes of a file say.
  enum Head: Hashable {
    /// This version.
    case current
    /// One document with configuration and records.
    case version1
    /// A version that this library does not know.
    case newer(UInt64)
    /// No document in the form that this version writes; one of version 1 may be laid out by hand.
    case unknown
  }

  /// Tells what a file is from its first ``headLength`` bytes.
  static func head(_ bytes: [UInt8]) -> Head {
    let prefix = Array("{\"format\":\"\(name)\",\"version\":".utf8)
    guard bytes.starts(with: prefix) else { return .unknown }
    var version: UInt64 = 0
    for byte in bytes[prefix.count...].prefix(18) {
      guard byte >= 0x30, byte <= 0x39 else { break }
      version = version * 10 + UInt64(byte - 0x30)
    }
    switch version {
    case 0: return .unknown
    case 1: return .version1
    case LogFormat.version: return .current
    default: return .newer(version)
    }
  }

  /// The number of the transaction that the first bytes of a document name, unchecked; nil where they name none.
  static func sequence(_ head: [UInt8]) -> Int? {
    guard let line = head.firstIndex(of: 0x0A) else { return nil }
    let name = Array(sequenceName.utf8)
    let rest = head[(line + 1)...]
    guard rest.starts(with: name) else { return nil }
    let digits = rest.dropFirst(name.count).prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Reads a document whose first line is of this version.
  ///
  /// - Throws: `CoreError` with code `storeDamaged`.
  init(_ bytes: [UInt8], path: String) throws(CoreError) {
    let head = Array(StoreDocument.start.utf8).count + 8 + StoreDocument.middle.utf8.count
    guard bytes.count > head, bytes.starts(with: StoreDocument.start.utf8) else {
      throw .damaged(path, line: 1, .notADocument)
    }
    let middle = Array(StoreDocument.middle.utf8)
    let stated = bytes[
      (head - StoreDocument.middle.utf8.count - 8)..<(head - StoreDocument.middle.utf8.count)
    ]
    let sum = bytes.withUnsafeBytes { CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[head...])) }
    let isIntact = withUnsafeBytes(of: LogChain.text(of: sum)) { $0.elementsEqual(stated) }
    guard isIntact, bytes[..<head].suffix(middle.count).elementsEqual(middle) else {
      throw .damaged(path, line: 1, .changedByHand)
    }
    // The checksum is right, so this is what `encode` wrote.
    let text = String(decoding: bytes[head...], as: UTF8.self)
    guard text.hasPrefix(StoreDocument.sequenceName), text.hasSuffix(StoreDocument.end) else {
      throw .damaged(path, line: 2, .notADocument)
    }
    let digits = text.dropFirst(StoreDocument.sequenceName.count).prefix { $0 >= "0" && $0 <= "9" }
    guard let sequence = Int(digits),
      text[digits.endIndex...].hasPrefix(StoreDocument.configurationName)
    else { throw .damaged(path, line: 2, .notADocument) }
    self.sequence = sequence
    self.text = String(
      text[digits.endIndex...].dropFirst(StoreDocument.configurationName.count)
        .dropLast(StoreDocument.end.count)
    )
  }

  // MARK: - The configuration

  /// The whole configuration.
  func configuration() throws(CoreError) -> Configuration {
    try Configuration(json: try JSONReader.read(text))
  }

  /// One service, without reading the others; nil when there is none.
  ///
  /// - Complexity: O(n) in the bytes up to it, which are only stepped over.
  func service(_ name: String) throws(CoreError) -> Options? {
    try member("services", name)?.services[name]
  }

  /// One section of the options, without reading the rest; nil when there is none.
  ///
  /// - Complexity: O(n) in the bytes up to it, which are only stepped over.
  func section(_ name: String) throws(CoreError) -> Options? { try member("options", name)?.options[name] }

  /// A configuration with one member of a section; nil when there is none.
  private func member(_ section: String, _ name: String) throws(CoreError) -> Configuration? {
    let value = try JSONReader.parse(text) { parser throws(CoreError) in
      guard try parser.enterMember(section) else { return nil as JSONValue? }
      guard try parser.enterMember(name) else { return nil }
      return try parser.value()
    }
    guard let value else { return nil }
    return try Configuration(json: .object([.init(section, .object([.init(name, value)]))]))
  }
}

extension JSONParser {
  /// Goes to the value of a member of the object that comes next; false when it has none of that name.
  fileprivate mutating func enterMember(_ wanted: String) throws(CoreError) -> Bool {
    try open(UInt8(ascii: "{"), or: .missingObject)
    skipSpace()
    guard peek() == UInt8(ascii: "\"") else { return false }
    repeat {
      skipSpace()
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.missingColon) }
      if ExactText(name) == ExactText(wanted) { return true }
      try skipValue()
      skipSpace()
    } while take(UInt8(ascii: ","))
    return false
  }
}
