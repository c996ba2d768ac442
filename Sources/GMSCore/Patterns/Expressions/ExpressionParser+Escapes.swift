/// What follows a backslash.
extension ExpressionParser {
  /// What an escape stands for.
  enum Escaped {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
    case assertion(ExpressionAssertion)
  }

  /// Reads an escape from its backslash on.
  mutating func escape(inClass: Bool) throws(ExpressionError) -> Escaped {
    guard let backslash = take() else { preconditionFailure("An escape begins with a backslash.") }
    func refused(_ fault: ExpressionFault) -> ExpressionError {
      ExpressionError(fault: fault, position: backslash.position)
    }
    guard let token = take() else { throw refused(.unfinishedEscape) }
    let letter = token.scalar
    // `\\` before `\Q…` or `\E` cannot occur: the marks are gone, and quoted characters stand for themselves.
    if token.isQuoted { return .scalar(letter) }
    if let set = ScalarSet.predefined(letter) { return .set(set) }
    if let character = ExpressionParser.characters.first(where: { $0.key == letter })?.value {
      return .scalar(character)
    }
    switch letter {
    case "0": return .scalar(try octal(backslash))
    case "x": return .scalar(try hexadecimal(backslash))
    case "u": return .scalar(try unicode(backslash))
    case "c":
      guard let character = peek, character.scalar.isASCII else { throw refused(.malformedControl) }
      take()
      return .scalar(Unicode.Scalar(UInt8(character.scalar.value) ^ 64))
    case "p", "P":
      let set = try folded(property(backslash))
      return .set(letter == "P" ? set.inverted : set)
    default: break
    }
    guard ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) || ("1"..."9").contains(letter) else {
      return .scalar(letter)
    }
    switch letter {
    case "1"..."9" where !inClass: throw refused(.backReference("\\\(letter)"))
    case "k" where !inClass: throw refused(.backReference("\\k"))
    case "G" where !inClass: throw refused(.unsupportedEscape("G", name: "the end of the previous match"))
    case "R" where !inClass: throw refused(.unsupportedEscape("R", name: "a line break of any kind"))
    case "X" where !inClass: throw refused(.unsupportedEscape("X", name: "a grapheme cluster"))
    case "N": throw refused(.unsupportedEscape("N", name: "a character by its name"))
    case "b" where !inClass && isNext("{") && second?.isSyntax("g") == true: throw refused(.graphemeBoundary)
    case "1"..."9", "k", "G", "R", "X": throw refused(.escapeNotInClass(letter))
    default: break
    }
    guard let assertion = ExpressionParser.assertions.first(where: { $0.key == letter })?.value else {
      throw refused(.unknownEscape(letter))
    }
    guard !inClass else { throw refused(.escapeNotInClass(letter)) }
    return .assertion(assertion)
  }

  private static let characters: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
    "t": "\t", "n": "\n", "r": "\r", "f": "\u{C}", "e": "\u{1B}", "a": "\u{7}",
  ]

  private static let assertions: KeyValuePairs<Unicode.Scalar, ExpressionAssertion> = [
    "A": .textStart, "z": .textEnd, "Z": .lastLineEnd, "b": .wordBoundary, "B": .noWordBoundary,
  ]

  /// Up to three digits; a third one only when the number then stays below 256.
  private mutating func octal(_ backslash: ExpressionToken) throws(ExpressionError) -> Unicode.Scalar {
    func isOctal(_ scalar: Unicode.Scalar) -> Bool { ("0"..."7").contains(scalar) }
    var digits = take(atMost: 2, while: isOctal)
    if let first = digits.first, first <= "3", digits.count == 2 { digits += take(atMost: 1, while: isOctal) }
    guard let number = UInt8(digits, radix: 8) else {
      throw ExpressionError(fault: .malformedOctal, position: backslash.position)
    }
    return Unicode.Scalar(number)
  }

  private mutating func hexadecimal(_ backslash: ExpressionToken) throws(ExpressionError) -> Unicode.Scalar {
    let isInBraces = take("{")
    let digits = take(atMost: isInBraces ? .max : 2, while: isHexadecimal)
    guard !digits.isEmpty, isInBraces || digits.count == 2, !isInBraces || take("}") else {
      throw ExpressionError(fault: .malformedHexadecimal, position: backslash.position)
    }
    guard let number = UInt32(digits, radix: 16), number <= ScalarSet.last else {
      throw ExpressionError(fault: .noSuchCharacter, position: backslash.position)
    }
    return try scalar(number, backslash)
  }

  /// Four digits, or four and four that are the halves of one character.
  private mutating func unicode(_ backslash: ExpressionToken) throws(ExpressionError) -> Unicode.Scalar {
    let first = try fourDigits(backslash)
    guard (0xD800..<0xDC00).contains(first), isNext("\\"), second?.isSyntax("u") == true else {
      return try scalar(first, backslash)
    }
    take()
    take()
    let last = try fourDigits(backslash)
    guard (0xDC00..<0xE000).contains(last) else {
      throw ExpressionError(fault: .halfCharacter, position: backslash.position)
    }
    return try scalar(0x10000 + (first - 0xD800) << 10 + (last - 0xDC00), backslash)
  }

  private mutating func fourDigits(_ backslash: ExpressionToken) throws(ExpressionError) -> UInt32 {
    let digits = take(atMost: 4, while: isHexadecimal)
    guard digits.count == 4, let number = UInt32(digits, radix: 16) else {
      throw ExpressionError(fault: .malformedUnicode, position: backslash.position)
    }
    return number
  }

  private func scalar(
    _ number: UInt32,
    _ backslash: ExpressionToken
  ) throws(ExpressionError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(number) else {
      throw ExpressionError(fault: .halfCharacter, position: backslash.position)
    }
    return scalar
  }

  private func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isASCIIHexDigit }

  /// The set of `{name}`, or of a single letter.
  private mutating func property(_ backslash: ExpressionToken) throws(ExpressionError) -> ScalarSet {
    func refused(_ fault: ExpressionFault) -> ExpressionError {
      ExpressionError(fault: fault, position: backslash.position)
    }
    guard take("{") else {
      // Java takes one letter without braces; all of those are classes of Unicode.
      guard let letter = take(), !letter.isQuoted else { throw refused(.malformedProperty) }
      throw refused(.unknownProperty(String(letter.scalar)))
    }
    let name = take { $0 != "}" }
    guard take("}"), !name.isEmpty else { throw refused(.malformedProperty) }
    guard let set = ScalarSet.property(name) else { throw refused(.unknownProperty(name)) }
    return set
  }
}
