import GMSCalendar

/// What can be wrong with an expression.
enum ExpressionFault {
  // Java refuses these too, or reads them as nobody means them.
  case nothingToRepeat(Unicode.Scalar)
  case secondRepetition(Unicode.Scalar)
  case repetitionWithoutNumber
  case unclosedRepetition
  case reversedRepetition(String)
  case unclosedGroup
  case unopenedGroup
  case unknownGroup(String)
  case pythonGroupName
  case comment
  case conditional
  case malformedGroupName
  case repeatedGroupName(String)
  case unclosedClass
  case reversedRange(Unicode.Scalar, Unicode.Scalar)
  case rangeWithoutEnd
  case emptyIntersection
  case singleAmpersand
  case unknownEscape(Unicode.Scalar)
  case escapeNotInClass(Unicode.Scalar)
  case unfinishedEscape
  case malformedOctal
  case malformedHexadecimal
  case malformedUnicode
  case halfCharacter
  case noSuchCharacter
  case malformedControl
  case malformedProperty
  // Java has these; they need time without bound, or have no place in a test of a whole value.
  case backReference(String)
  case lookAround(String, name: String)
  case atomicGroup
  case possessive(String)
  case unsupportedEscape(Unicode.Scalar, name: String)
  case graphemeBoundary
  case unsupportedFlag(Unicode.Scalar, name: String)
  case unknownProperty(String)
  // These are only too much.
  case tooLong(Int)
  case tooManySteps
  case tooDeep

  /// The stable name of this kind of fault.
  var code: CoreError.Code {
    switch self {
    case .nothingToRepeat, .secondRepetition, .repetitionWithoutNumber, .unclosedRepetition,
      .reversedRepetition, .unclosedGroup, .unopenedGroup, .unknownGroup, .pythonGroupName, .comment,
      .conditional, .malformedGroupName, .repeatedGroupName, .unclosedClass, .reversedRange,
      .rangeWithoutEnd, .emptyIntersection, .singleAmpersand, .unknownEscape, .escapeNotInClass,
      .unfinishedEscape, .malformedOctal, .malformedHexadecimal, .malformedUnicode, .halfCharacter,
      .noSuchCharacter, .malformedControl, .malformedProperty:
      .malformedPattern
    case .backReference, .lookAround, .atomicGroup, .possessive, .unsupportedEscape, .graphemeBoundary,
      .unsupportedFlag, .unknownProperty:
      .unsupportedPattern
    case .tooLong, .tooManySteps, .tooDeep: .patternTooLarge
    }
  }

  /// The name that was perhaps meant, where one is near.
  var suggestion: String? {
    guard case .unknownProperty(let name) = self else { return nil }
    return NearestName.find(name, in: ScalarSet.properties.map(\.key))
  }
}
