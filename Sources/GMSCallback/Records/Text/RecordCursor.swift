import GMSCalendar

/// A cursor over the text of a record as ``RecordWriter`` writes it: takes what is expected next, or nothing.
///
/// It knows no white space and no escape that need not be: whoever meets another form of JSON reads the text
/// with `JSONReader`. The bytes are UTF-8 and outlive the cursor.
struct RecordCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The bytes between the quotes of a text.
  struct Quoted {
    let range: Range<Int>
    /// Whether a backslash stands in it.
    let hasEscapes: Bool
    /// Whether all bytes are ASCII.
    let isASCII: Bool

    var isEmpty: Bool { range.isEmpty }
    /// Whether the bytes are the text, and no other spelling of the text is equal to it.
    var isPlain: Bool { isASCII && !hasEscapes }
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Whether these bytes come next; then they are taken.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count, isEqual(at: position, to: text) else { return false }
    position += count
    return true
  }

  /// Whether this byte comes next; then it is taken.
  mutating func take(_ text: String) -> Bool {
    var text = text
    let count = text.utf8.count
    guard bytes.count - position >= count else { return false }
    let isEqual = text.withUTF8 { text in
      (0..<count).allSatisfy { text[$0] == bytes[position + $0] }
    }
    if isEqual { position += count }
    return isEqual
  }

  /// Goes to behind the next occurrence of a text; false when there is none.
  ///
  /// A text that has quotes where a member begins and ends stands nowhere else: inside a string they are escaped.
  mutating func skip(past search: TextSearch) -> Bool {
    guard let end = search.end(in: bytes, from: position) else { return false }
    position = end
    return true
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Whether these bytes are all that is left; then they are taken.
  mutating func takeAll(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count - position == other.count else { return false }
    for at in 0..<other.count where other[at] != bytes[position + at] { return false }
    position = bytes.count
    return true
  }

  /// Takes a text with its quotes.
  mutating func quoted() -> Quoted? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = position
    var hasEscapes = false
    var seen: UInt64 = 0
    while position < bytes.count {
      if let word = word(at: position), RecordCursor.isOrdinary(word) {
        seen |= word
        position += 8
        continue
      }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return Quoted(
          range: start..<position - 1,
          hasEscapes: hasEscapes,
          isASCII: seen & 0x8080_8080_8080_8080 == 0
        )
      }
      if byte == UInt8(ascii: "\\") {
        guard takeEscape() != nil else { return nil }
        hasEscapes = true
      } else {
        guard byte >= 0x20 else { return nil }
        seen |= UInt64(byte)
        position += 1
      }
    }
    return nil
  }

  /// Eight bytes at once; nil where fewer are left.
  @inline(__always)
  private func word(at place: Int) -> UInt64? {
    guard bytes.count - place >= 8 else { return nil }
    return UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Whether none of eight bytes is a quote, a backslash or a control character.
  @inline(__always)
  private static func isOrdinary(_ word: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    // A byte below n borrows into its top bit when n is taken away; a byte that has the bit already does not
    // count.
    let found =
      (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- ones &* 0x20) & ~word
    return found & tops == 0
  }

  /// Takes an escape in the one form in which it is printed, and answers the character that it means.
  private mutating func takeEscape() -> UInt8? {
    guard bytes.count - position >= 2 else { return nil }
    let character: UInt8
    switch bytes[position + 1] {
    case UInt8(ascii: "\""): character = UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): character = UInt8(ascii: "\\")
    case UInt8(ascii: "b"): character = 0x08
    case UInt8(ascii: "t"): character = 0x09
    case UInt8(ascii: "n"): character = 0x0A
    case UInt8(ascii: "f"): character = 0x0C
    case UInt8(ascii: "r"): character = 0x0D
    case UInt8(ascii: "u"): return takeControlCharacter()
    default: return nil
    }
    position += 2
    return character
  }

  /// Takes `\u00` and two lower-case digits of a control character that has no shorter escape.
  private mutating func takeControlCharacter() -> UInt8? {
    guard bytes.count - position >= 6, bytes[position + 2] == 0x30, bytes[position + 3] == 0x30,
      bytes[position + 4] == 0x30 || bytes[position + 4] == 0x31
    else { return nil }
    let low: UInt8
    switch bytes[position + 5] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): low = bytes[position + 5] - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): low = bytes[position + 5] - 0x57
    default: return nil
    }
    let character = (bytes[position + 4] - 0x30) << 4 | low
    switch character {
    case 0x08, 0x09, 0x0A, 0x0C, 0x0D: return nil
    default: break
    }
    position += 6
    return character
  }

  /// Takes a time with its quotes, in milliseconds since 1970.
  mutating func time() -> Int64? {
    let length = InstantText.printedLength
    guard bytes.count - position >= length + 2, bytes[position] == UInt8(ascii: "\""),
      bytes[position + length + 1] == UInt8(ascii: "\""),
      let time = InstantText.milliseconds(
        ofPrinted: UnsafeBufferPointer(rebasing: bytes[position + 1..<position + 1 + length])
      )
    else { return nil }
    position += length + 2
    return time
  }

  /// Takes a whole number of at most 18 digits.
  mutating func integer() -> Int? {
    let isNegative = take(UInt8(ascii: "-"))
    let start = position
    var value = 0
    while position < bytes.count, position - start < 18 {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    guard position > start, bytes[start] != UInt8(ascii: "0") || position == start + 1 && !isNegative else {
      return nil
    }
    // A further digit is met by whoever takes what must follow.
    return isNegative ? -value : value
  }

  // MARK: - What was taken

  /// What a text says.
  func text(_ quoted: Quoted) -> String {
    guard quoted.hasEscapes else { return String(decoding: slice(quoted.range), as: UTF8.self) }
    var output: [UInt8] = []
    var inner = RecordCursor(UnsafeBufferPointer(rebasing: bytes[quoted.range]))
    while inner.position < inner.bytes.count {
      if inner.bytes[inner.position] == UInt8(ascii: "\\"), let character = inner.takeEscape() {
        output.append(character)
      } else {
        output.append(inner.bytes[inner.position])
        inner.position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Some of the bytes.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Whether a text is this one, byte for byte.
  func isEqual(_ quoted: Quoted, to text: StaticString) -> Bool {
    quoted.range.count == text.utf8CodeUnitCount && isEqual(at: quoted.range.lowerBound, to: text)
  }

  /// Whether the bytes of `text` stand at a place from which as many follow.
  @inline(__always)
  private func isEqual(at start: Int, to text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    let other = UnsafeRawPointer(text.utf8Start)
    var at = 0
    while at + 8 <= count {
      guard other.loadUnaligned(fromByteOffset: at, as: UInt64.self) == word(at: start + at) else {
        return false
      }
      at += 8
    }
    while at < count {
      guard text.utf8Start[at] == bytes[start + at] else { return false }
      at += 1
    }
    return true
  }
}
