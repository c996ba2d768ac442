/// The rule for names of options: GMS hands them to scripts, so each must be an ECMAScript variable's name.
public enum OptionIdentifier {
  /// Checks a name that is about to be created.
  ///
  /// Letters, digits, `_` and `$`, no digit first, and no word that ECMAScript reserves: `foo.foo`,
  /// `foo-foo`, `1st` and `class` are refused.
  ///
  /// - Parameters:
  ///   - name: the option's name.
  ///   - service: the service that it would belong to, for the error.
  /// - Throws: `CoreError` with code `malformedOptionName`.
  public static func check(_ name: String, of service: String) throws(CoreError) {
    guard isValid(name) else {
      throw CoreError(.malformedOptionName, ["service": service, "value": name])
    }
  }

  /// Whether the text is such a name.
  static func isValid(_ name: String) -> Bool { isPlain(name) || isVariable(name) }

  /// Whether a name is ASCII, begins with an underscore and has nothing but letters, digits and underscores: what
  /// nearly every option's name is, told without a look at Unicode's tables.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "_")
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      }
  }

  private static func isVariable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return isStart(first) && name.unicodeScalars.dropFirst().allSatisfy(isPart) && !reserved.contains(name)
  }

  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "$": true
    // Of ASCII nothing else; asking Unicode costs more than all the rest.
    default: !scalar.isASCII && scalar.properties.isIDStart
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "$": true
    default: !scalar.isASCII && scalar.properties.isIDContinue
    }
  }

  /// What the standard reserves everywhere, in strict code, or for its literals.
  private static let reserved: Set<String> = [
    "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
    "else", "enum", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import",
    "in", "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public",
    "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while",
    "with", "yield",
  ]
}
