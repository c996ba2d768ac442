/// A value that the storage keeps under a key: text, or bytes.
public enum StorageValue: Hashable, Sendable {
  /// Text.
  case text(String)
  /// Bytes that need not be text, such as a picture.
  case binary([UInt8])

  /// Text where the bytes are UTF-8, else the bytes.
  public init(_ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text)
    } else {
      self = .binary(bytes)
    }
  }

  /// The value as JSON: a text as a string, bytes as `{"base64":"iVBORw0…"}`.
  ///
  /// GMS does not document how it answers bytes within JSON; the object is this library's choice, as no text can
  /// be taken for it.
  public var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .binary(let bytes): ["base64": .string(Base64.encode(bytes))]
    }
  }

  /// The value as bytes; a text as UTF-8.
  public var bytes: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .binary(let bytes): bytes
    }
  }

  /// Reads what ``json`` makes; nil for any other value.
  package init?(json: JSONValue) {
    switch json {
    case .string(let text): self = .text(text)
    case .object(let members):
      guard members.count == 1, members[0].name == "base64", case .string(let text) = members[0].value,
        let bytes = Base64.decode(text)
      else { return nil }
      self = .binary(bytes)
    case .null, .bool, .integer, .number, .array: return nil
    }
  }
}
