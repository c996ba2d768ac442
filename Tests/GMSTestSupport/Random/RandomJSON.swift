public import GMSCore

/// Draws JSON values and texts.
public struct RandomJSON {
  /// Where the numbers come from.
  public var random: SeededGenerator

  private let pieces: [String]

  /// Draws from a seed; texts never have the piece `unwanted`.
  public init(seed: UInt64, without unwanted: String? = nil) {
    random = SeededGenerator(seed: seed)
    pieces = RandomJSON.allPieces.filter { $0 != unwanted }
  }

  private static let allPieces = [
    "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é", "e\u{301}", "€",
    "😀",
    "\u{2028}", "\u{FEFF}", "\u{10FFFF}", "\\u0041", "{", "]", ",", ":", "#", "'", "=", ";", "key",
  ]

  /// A text, of which any piece is likely that some format minds.
  public mutating func text(upTo count: Int = 8) -> String {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  /// A value with at most so many levels of arrays and objects.
  public mutating func value(depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(random.oneIn(2))
    case 2:
      return .integer(Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random))
    case 3: return .number(number())
    case 4, 5: return .string(text())
    case 6: return .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(depth: depth - 1) })
    default:
      var names: Set<String> = []
      var members: [JSONValue.Member] = []
      // Sometimes so many that names are looked up by another way.
      for number in 0..<Int.random(in: 0..<(random.oneIn(8) ? 30 : 5), using: &random) {
        let name = random.oneIn(3) ? text() : "name-\(number)"
        if names.insert(name).inserted { members.append(.init(name, value(depth: depth - 1))) }
      }
      return .object(members)
    }
  }

  /// A number that is no 64-bit integer.
  private mutating func number() -> String {
    let digits = String(UInt32.random(in: 0 ... .max, using: &random))
    let sign = random.oneIn(2) ? "-" : ""
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return sign + digits + ".0" + digits
    case 1: return sign + digits + "e\(Int.random(in: -20...20, using: &random))"
    case 2: return sign + digits + ".5E+\(Int.random(in: 0...20, using: &random))"
    case 3: return sign + "1" + String(repeating: "0", count: 19) + digits
    default: return "-0"
    }
  }

  /// The value as text with spaces and escapes that need not be.
  public mutating func looseText(_ value: JSONValue) -> String {
    switch value {
    case .null, .bool, .integer, .number: return space() + JSONWriter.compact(value) + space()
    case .string(let text): return space() + looseText(text) + space()
    case .array(let elements):
      return "[" + space() + elements.map { looseText($0) }.joined(separator: ",") + "]"
    case .object(let members):
      let texts = members.map { space() + looseText($0.name) + space() + ":" + looseText($0.value) }
      return "{" + space() + texts.joined(separator: ",") + "}" + space()
    }
  }

  private mutating func space() -> String {
    random.oneIn(4) ? [" ", "\n", "\t", "\r\n", "  "][Int(random.next() % 5)] : ""
  }

  private mutating func looseText(_ text: String) -> String {
    "\""
      + text.utf16.map { unit -> String in
        let isPlain = unit >= 0x20 && unit < 0x7F && unit != 0x22 && unit != 0x5C
        if isPlain, !random.oneIn(6), let scalar = Unicode.Scalar(unit) { return String(scalar) }
        if unit == 0x2F { return "\\/" }
        let digits = String(unit, radix: 16, uppercase: random.oneIn(2))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + "\""
  }
}
