import GMSTestSupport

/// Drawing random expressions.
struct ExpressionDrawing {
  var random: SeededGenerator
  private var ignoresCase = false
  private var dotMatchesAll = false
  private var isMultiline = false

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A text of a few characters of the alphabet.
  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      text.append(RandomExpression.alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  /// A text that the expression describes, sometimes changed in a place, sometimes ended by a line's end.
  mutating func text(for expression: RandomExpression) -> String {
    var text = expression.sample(&random)
    if random.oneIn(3), !text.isEmpty {
      let at = text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &random))
      text.remove(at: at)
      if random.oneIn(2) {
        text.insert(RandomExpression.alphabet.randomElement(using: &random) ?? "a", at: at)
      }
    }
    if random.oneIn(8) {
      text.append(
        contentsOf: (["\n", "\r\n", "\r", "\u{2029}"][Int.random(in: 0..<4, using: &random)] as String)
          .unicodeScalars
      )
    }
    return String(String.UnicodeScalarView(text.prefix(12)))
  }

  /// An expression whose parts lie at most that deep in each other.
  mutating func expression(depth: Int = 3) -> RandomExpression {
    let branches = random.oneIn(3) ? Int.random(in: 2...3, using: &random) : 1
    var parts: [RandomExpression] = []
    for _ in 0..<branches {
      let count = Int.random(in: 0...3, using: &random)
      var sequence: [RandomExpression] = []
      for _ in 0..<count { sequence.append(part(depth: depth)) }
      parts.append(.sequence(sequence))
    }
    return parts.count == 1 ? parts[0] : .alternation(parts)
  }

  private mutating func part(depth: Int) -> RandomExpression {
    let part: RandomExpression =
      depth > 0 && random.oneIn(3) ? group(depth: depth) : random.oneIn(7) ? place() : set()
    guard random.oneIn(3) else { return part }
    let (least, most, sign): (Int, Int?, String) =
      [
        (0, nil, "*"), (1, nil, "+"), (0, 1, "?"), (2, 2, "{2}"), (1, nil, "{1,}"), (0, 2, "{0,2}"),
        (2, 3, "{2,3}"), (0, 0, "{0}"),
      ][Int.random(in: 0..<8, using: &random)]
    return .repetition(part, least: least, most: most, sign: random.oneIn(4) ? sign + "?" : sign)
  }

  private mutating func group(depth: Int) -> RandomExpression {
    let before = (ignoresCase, dotMatchesAll, isMultiline)
    defer { (ignoresCase, dotMatchesAll, isMultiline) = before }
    let opening: String
    switch Int.random(in: 0..<8, using: &random) {
    case 0: (opening, ignoresCase) = ("(?i:", true)
    case 1: (opening, dotMatchesAll) = ("(?s:", true)
    case 2: (opening, isMultiline) = ("(?m:", true)
    case 3: (opening, ignoresCase, isMultiline) = ("(?m-i:", false, true)
    case 4: (opening, dotMatchesAll, ignoresCase) = ("((?i-s)", false, true)
    case 5: opening = "(?:"
    default: opening = "("
    }
    return .group(expression(depth: depth - 1), opening: opening)
  }

  private mutating func place() -> RandomExpression {
    let end = #"(?!(?<=\r)\n)(?=(?:\r\n|[\n\r\x85\u2028\u2029])?\Z)"#
    let places = [
      ("^", #"\A"#), ("\\A", #"\A"#), ("\\z", #"\Z"#), ("\\Z", end), ("$", end),
      ("\\b", #"(?<=\w)(?!\w)|(?<!\w)(?=\w)"#), ("\\B", #"(?<=\w)(?=\w)|(?<!\w)(?!\w)"#),
    ]
    let (java, python) = places[Int.random(in: 0..<places.count, using: &random)]
    guard isMultiline else { return .place(java: java, python: python) }
    switch java {
    case "^":
      return .place(
        java: java,
        python: #"(?=[\s\S])(?:\A|(?<=[\n\r\x85\u2028\u2029])(?!(?<=\r)\n))"#
      )
    case "$": return .place(java: java, python: #"(?!(?<=\r)\n)(?=[\n\r\x85\u2028\u2029]|\Z)"#)
    default: return .place(java: java, python: python)
    }
  }

  private mutating func set() -> RandomExpression {
    switch Int.random(in: 0..<6, using: &random) {
    case 0...2:
      let scalar = RandomExpression.alphabet.randomElement(using: &random) ?? "a"
      return .set(java: literal(scalar), folded([scalar]))
    case 3:
      let all = Set(RandomExpression.alphabet).union(["\u{2029}"])
      return .set(java: ".", dotMatchesAll ? all : all.subtracting(RandomExpression.lineEnds))
    case 4:
      let (java, set) = predefined()
      return .set(java: java, set)
    default:
      let (java, set) = characterClass(depth: 2)
      return .set(java: java, set)
    }
  }

  private func folded(_ set: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
    guard ignoresCase else { return set }
    return set.reduce(into: set) { all, scalar in
      guard scalar.isASCII else { return }
      all.formUnion(scalar.properties.lowercaseMapping.unicodeScalars)
      all.formUnion(scalar.properties.uppercaseMapping.unicodeScalars)
    }
  }

  private mutating func literal(_ scalar: Unicode.Scalar) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "\\x{\(String(scalar.value, radix: 16))}"
    case 1: return "\\Q\(scalar)\\E"
    default:
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return isLetter ? String(scalar) : "\\\(scalar)"
    }
  }

  private mutating func predefined() -> (String, Set<Unicode.Scalar>) {
    let all = Set(RandomExpression.alphabet).union(["\u{2029}"])
    let digits: Set<Unicode.Scalar> = ["0", "7"]
    let words: Set<Unicode.Scalar> = ["a", "b", "c", "A", "B", "0", "7", "_"]
    let spaces: Set<Unicode.Scalar> = [" ", "\n", "\r"]
    let sets: [(String, Set<Unicode.Scalar>)] = [
      ("\\d", digits), ("\\D", all.subtracting(digits)), ("\\w", words), ("\\W", all.subtracting(words)),
      ("\\s", spaces), ("\\S", all.subtracting(spaces)), ("\\v", RandomExpression.lineEnds),
      ("\\p{Digit}", digits), ("\\P{Alnum}", all.subtracting(words.subtracting(["_"]))),
      ("\\p{Punct}", ["_", "-", "+", "&", "]"]),
    ]
    return sets[Int.random(in: 0..<sets.count, using: &random)]
  }

  private mutating func characterClass(depth: Int) -> (String, Set<Unicode.Scalar>) {
    let all = Set(RandomExpression.alphabet).union(["\u{2029}"])
    var text = ""
    var whole: Set<Unicode.Scalar>?
    for operand in 0..<(random.oneIn(3) ? 2 : 1) {
      if operand > 0 { text += "&&" }
      var set: Set<Unicode.Scalar> = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let (item, members) = classItem(depth: depth)
        text += item
        set.formUnion(members)
      }
      whole = whole?.intersection(set) ?? set
    }
    let isNegated = random.oneIn(3)
    return (
      "[\(isNegated ? "^" : "")\(text)]", isNegated ? all.subtracting(whole ?? []) : whole ?? []
    )
  }

  private mutating func classItem(depth: Int) -> (String, Set<Unicode.Scalar>) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where depth > 0: return characterClass(depth: depth - 1)
    case 1: return predefined()
    case 2:
      let ranges: [(String, Set<Unicode.Scalar>)] = [
        ("a-b", ["a", "b"]), ("A-b", ["A", "B", "_", "]", "a", "b"]), ("0-9", ["0", "7"]),
        ("\\x00- ", ["\n", "\r", " "]), ("+--", ["+", "-"]),
        ("é-\\x{10ffff}", ["é", "\u{2028}", "\u{2029}", "\u{1F600}"]),
      ]
      let (text, set) = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      return (text, folded(set, range: text))
    default:
      let scalar = RandomExpression.alphabet.randomElement(using: &random) ?? "a"
      return (literal(scalar), folded([scalar]))
    }
  }

  /// A range folded: of `A-b` without case all of the alphabet's letters.
  private func folded(_ set: Set<Unicode.Scalar>, range: String) -> Set<Unicode.Scalar> {
    guard ignoresCase else { return set }
    return range == "A-b" ? set.union(["a", "b", "c"]) : folded(set)
  }
}
