/// A number that customers call: as it was configured, and as it is dialled.
///
/// Two numbers are the same when the same is dialled: `650-466-3204` and `6504663204` are one number. Nothing is
/// guessed about country codes, so `+16504663204` is another one.
public struct AccessNumber: Sendable {
  /// A number is copied with each booking: it is one reference.
  private final class Storage: Sendable {
    let written: String
    let dialled: String
    /// A hash of what is dialled, made once: numbers are looked up for every call.
    let fingerprint: UInt64

    init(_ written: String, _ dialled: String) {
      self.written = written
      self.dialled = dialled
      var text = dialled
      fingerprint = text.withUTF8 { StableHash.add(UnsafeRawBufferPointer($0), to: StableHash.start) }
    }
  }

  private let storage: Storage

  /// The number as it was written; this is what is answered.
  public var written: String { storage.written }
  /// What is dialled: digits, `*`, `#` and a leading `+`.
  public var dialled: String { storage.dialled }
  /// A hash of what is dialled.
  var fingerprint: UInt64 { storage.fingerprint }

  /// Reads a number: digits, `*`, `#`, a leading `+`, and spaces, `(`, `)`, `.` or `-` between them.
  ///
  /// - Throws: `CoreError` with code `malformedNumber`.
  /// - Complexity: O(n) in the length of the text.
  public init(_ text: String) throws(CoreError) {
    guard let dialled = AccessNumber.dialled(text) else {
      throw CoreError(.malformedNumber, ["value": text])
    }
    self.init(written: text, dialled: dialled)
  }

  /// The door for text of which it is known what is dialled.
  init(written: String, dialled: String) { storage = Storage(written, dialled) }

  /// What is dialled of a number as it is written; nil when it is none.
  static func dialled(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " ") else { return nil }
      var kept: [UInt8] = []
      kept.reserveCapacity(bytes.count)
      var hasDigit = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          hasDigit = true
          kept.append(byte)
        case UInt8(ascii: "*"), UInt8(ascii: "#"): kept.append(byte)
        case UInt8(ascii: "+") where kept.isEmpty: kept.append(byte)
        case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
          UInt8(ascii: "-"):
          continue
        default: return nil
        }
      }
      // No number that is dialled is as long.
      return hasDigit && bytes.count <= 64 ? String(decoding: kept, as: UTF8.self) : nil
    }
  }
}

extension AccessNumber: Hashable {
  /// Whether the same is dialled.
  public static func == (lhs: AccessNumber, rhs: AccessNumber) -> Bool {
    lhs.storage === rhs.storage || lhs.dialled == rhs.dialled
  }

  /// Hashes what is dialled.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fingerprint) }
}

extension AccessNumber: CustomStringConvertible {
  /// The number as it was written.
  public var description: String { written }
}
