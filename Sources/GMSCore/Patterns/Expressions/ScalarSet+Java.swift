/// The sets that Java's syntax has names for; all of them are ASCII unless they say otherwise, as in Java
/// without flags.
extension ScalarSet {
  static let digits = ScalarSet([0x30...0x39])
  static let words = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// `\s`: blank, tab, line feed, vertical tab, form feed, carriage return.
  static let whiteSpace = ScalarSet([0x09...0x0D, 0x20...0x20])
  /// `\h`, which is not ASCII only in Java either.
  static let horizontalSpace = ScalarSet([
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x200A,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// `\v`, which is not ASCII only in Java either.
  static let verticalSpace = ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])
  /// What ends a line, for `.`, `^` and `$`.
  static let lineTerminators = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029])

  /// The sets of `\p{…}`, in the order in which Java's manual lists them.
  static let properties: KeyValuePairs<String, ScalarSet> = [
    "Lower": ScalarSet([0x61...0x7A]),
    "Upper": ScalarSet([0x41...0x5A]),
    "ASCII": ScalarSet([0x00...0x7F]),
    "Alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]),
    "Digit": digits,
    "Alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
    "Punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "Graph": ScalarSet([0x21...0x7E]),
    "Print": ScalarSet([0x20...0x7E]),
    "Blank": ScalarSet([0x09...0x09, 0x20...0x20]),
    "Cntrl": ScalarSet([0x00...0x1F, 0x7F...0x7F]),
    "XDigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
    "Space": whiteSpace,
  ]

  /// The set of a property; nil when there is none of that name.
  static func property(_ name: String) -> ScalarSet? { properties.first { $0.key == name }?.value }

  /// The set that a letter after a backslash stands for; nil when it stands for none.
  static func predefined(_ letter: Unicode.Scalar) -> ScalarSet? {
    switch letter {
    case "d": digits
    case "D": digits.inverted
    case "w": words
    case "W": words.inverted
    case "s": whiteSpace
    case "S": whiteSpace.inverted
    case "h": horizontalSpace
    case "H": horizontalSpace.inverted
    case "v": verticalSpace
    case "V": verticalSpace.inverted
    default: nil
    }
  }
}
