import GMSTestSupport

/// A random expression, which can print itself for Java and for Python, and draw texts that it describes.
///
/// What the two have in common is printed alike. Classes are printed for Python as the list of their
/// characters among ``alphabet``, from which all texts are drawn; places in the text are printed for Python
/// as what Java means by them.
indirect enum RandomExpression {
  case set(java: String, Set<Unicode.Scalar>)
  case place(java: String, python: String)
  case sequence([RandomExpression])
  case alternation([RandomExpression])
  case repetition(RandomExpression, least: Int, most: Int?, sign: String)
  case group(RandomExpression, opening: String)

  /// Letters of both cases, digits, signs, all kinds of line ends, and characters beyond ASCII.
  static let alphabet: [Unicode.Scalar] = [
    "a", "b", "c", "A", "B", "0", "7", "_", "-", " ", "+", "&", "]", "\n", "\r", "\u{85}", "\u{2028}", "é",
    "\u{1F600}",
  ]

  static let lineEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  var java: String {
    switch self {
    case .set(let java, _), .place(let java, _): java
    case .sequence(let parts): parts.map(\.java).joined()
    case .alternation(let parts): parts.map(\.java).joined(separator: "|")
    case .repetition(let part, _, _, let sign): part.java + sign
    case .group(let part, let opening): opening + part.java + ")"
    }
  }

  var python: String {
    switch self {
    case .set(_, let set):
      set.isEmpty ? "(?!)" : "[" + set.map(RandomExpression.escaped).sorted().joined() + "]"
    case .place(_, let python): "(?:\(python))"
    case .sequence(let parts): parts.map(\.python).joined()
    case .alternation(let parts): parts.map(\.python).joined(separator: "|")
    case .repetition(let part, let least, let most, let sign):
      "(?:\(part.python)){\(least),\(most.map(String.init) ?? "")}"
        + (sign.last == "?" && sign != "?" ? "?" : "")
    case .group(let part, _): "(?:\(part.python))"
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// A text that the expression describes, but for its places.
  func sample(_ random: inout SeededGenerator) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    switch self {
    case .set(_, let set):
      let members = RandomExpression.alphabet.filter(set.contains)
      if let scalar = members.randomElement(using: &random) { text.append(scalar) }
    case .place: break
    case .sequence(let parts): for part in parts { text += part.sample(&random) }
    case .alternation(let parts):
      if let part = parts.randomElement(using: &random) { text += part.sample(&random) }
    case .repetition(let part, let least, let most, _):
      for _ in 0..<Int.random(in: least...min(most ?? least + 2, least + 2), using: &random) {
        text += part.sample(&random)
      }
    case .group(let part, _): text += part.sample(&random)
    }
    return text
  }

  /// Whether the empty text may match, places aside.
  private var mayBeEmpty: Bool {
    switch self {
    case .set: false
    case .place: true
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .alternation(let parts): parts.contains(where: \.mayBeEmpty)
    case .repetition(let part, let least, _, _): least == 0 || part.mayBeEmpty
    case .group(let part, _): part.mayBeEmpty
    }
  }

  /// Whether a part that may be empty is to be repeated at least twice.
  ///
  /// Java gives up such a repetition at the first empty round and misses matches in which a later round is
  /// not empty, so that `(?:a&|\b){2}` does not match `a&` there.
  var countsEmptyRounds: Bool {
    switch self {
    case .set, .place: false
    case .sequence(let parts), .alternation(let parts): parts.contains(where: \.countsEmptyRounds)
    case .repetition(let part, let least, let most, _):
      least > 1 && part.mayBeEmpty || (most ?? 0) > 1 && part.mayBeEmpty || part.countsEmptyRounds
    case .group(let part, _): part.countsEmptyRounds
    }
  }
}
