import GMSCalendar

/// All English about expressions: what is wrong at that character, and what would be right.
extension ExpressionFault {
  /// The fault as a clause.
  var reason: String {
    switch self {
    case .nothingToRepeat(let sign):
      "nothing stands before '\(sign)' that it could repeat; write '\\\(sign)' for the character itself"
    case .secondRepetition(let sign):
      "'\(sign)' repeats a repetition; put what it is to repeat into (?:…), "
        + "or write '\\\(sign)' for the character itself"
    case .repetitionWithoutNumber:
      "a repetition begins with a number; write {0,3} for at most 3, or '\\{' for the character itself"
    case .unclosedRepetition:
      "this repetition is not closed; write {2}, {2,} or {2,5}, or '\\{' for the character itself"
    case .reversedRepetition(let text): "the repetition \(text) counts down; write the smaller number first"
    case .unclosedGroup:
      "this group is not closed; write ')' where it ends, or '\\(' for the character itself"
    case .unopenedGroup: "this ')' closes no group; write '\\)' for the character itself"
    case .unknownGroup(let text):
      "'\(text)' begins no group; write (?:…) for a group, or (?i), (?s) or (?m) for a flag"
    case .pythonGroupName: "Java names a group without a P; write (?<name>…)"
    case .comment: "Java has no comments in groups; leave it out"
    case .conditional: "Java has no conditional groups; write alternatives with '|'"
    case .malformedGroupName:
      "a group's name begins with a letter and has only the letters a to z, A to Z and digits; "
        + "write (?<name>…), or (?:…) without a name"
    case .repeatedGroupName(let name):
      "there is a group '\(Quotation.clip(name))' already; take another name, or write (?:…) without one"
    case .unclosedClass:
      "this class is not closed; write ']' where it ends, or '\\[' for the character itself"
    case .reversedRange(let first, let last):
      "the range from \(shown(first)) to \(shown(last)) runs backwards; write the smaller character first"
    case .rangeWithoutEnd: "a range ends in one character; write '\\-' for the character itself"
    case .emptyIntersection:
      "'&&' needs characters on both sides; write '\\&' for the character itself"
    case .singleAmpersand: "a single '&' after '&&' is read in surprising ways; write '\\&'"
    case .unknownEscape(let letter):
      "\(shown(letter, after: "\\")) means nothing; without the backslash it is the letter itself"
    case .escapeNotInClass(let letter):
      "\(shown(letter, after: "\\")) means nothing in a class; write it outside of the brackets"
    case .unfinishedEscape:
      "a backslash at the end means nothing; write '\\\\' for the character itself"
    case .malformedOctal: "'\\0' takes one to three octal digits up to 377, such as \\011"
    case .malformedHexadecimal:
      "'\\x' takes two hexadecimal digits, or some in braces, such as \\x41 or \\x{1F600}"
    case .malformedUnicode: "'\\u' takes four hexadecimal digits, such as \\u00E9"
    case .halfCharacter:
      "this is half of a character; write both halves, such as \\uD83D\\uDE00, or \\x{1F600}"
    case .noSuchCharacter: "there is no character of this number; the last one is \\x{10FFFF}"
    case .malformedControl: "'\\c' takes an ASCII character, such as \\cA"
    case .malformedProperty: "'\\p' takes a name in braces, such as \\p{Alpha}"
    case .backReference(let text):
      "'\(text)' is a back-reference, which is not supported; write out what may stand there"
    case .lookAround(let text, let name):
      "'\(text)' is a \(name), which is not supported; "
        + "write the whole value, or two patterns"
    case .atomicGroup: "'(?>' is an atomic group, which is not supported; write (?:…)"
    case .possessive(let text):
      "'\(text)' is a possessive repetition, which is not supported; leave the '+' out"
    case .unsupportedEscape(let letter, let name):
      "'\\\(letter)' is \(name), which is not supported"
    case .graphemeBoundary:
      "'\\b{g}' is a grapheme boundary, which is not supported; write '\\b' for a word boundary"
    case .unsupportedFlag(let letter, let name):
      "the flag '\(letter)' (\(name)) is not supported; the flags i, s and m are"
    case .unknownProperty(let name):
      "the class '\(Quotation.clip(name))' is not supported; "
        + "those that are: \(ScalarSet.properties.map(\.key).joined(separator: ", "))"
    case .tooLong(let count):
      "the expression has \(count) characters, and at most \(ExpressionLimits.length) are read; "
        + "make several patterns of it"
    case .tooManySteps:
      "with its repetitions written out the expression has more than \(ExpressionLimits.steps) steps; "
        + "repeat less often"
    case .tooDeep:
      "groups and classes lie more than \(ExpressionLimits.depth) deep in each other; write it flatter"
    }
  }

  private func shown(_ scalar: Unicode.Scalar, after prefix: String = "") -> String {
    "'\(prefix)\(Quotation.clip(String(scalar)))'"
  }
}
