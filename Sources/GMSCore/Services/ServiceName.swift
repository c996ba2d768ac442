import GMSCalendar

/// The name of a configured service, in a form that fits options text, paths and one line of a terminal.
///
/// A name has 1 to 200 bytes of printable text, without `[`, `]` and `/`, and without a space at either end;
/// `Federal USA Holidays` is one. It holds no token such as `$name$`: an option that named it would
/// wait for a request to say what it means.
public struct ServiceName: Hashable, Sendable {
  /// The name as text.
  public let text: String

  /// Reads a name.
  ///
  /// - Throws: `CoreError` with code `malformedServiceName`.
  public init(_ text: some StringProtocol) throws(CoreError) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, text.utf8.count <= 200,
      !first.properties.isWhitespace, !last.properties.isWhitespace, scalars.allSatisfy(ServiceName.allows),
      !OptionToken.isIn(String(text))
    else { throw CoreError(.malformedServiceName, ["value": String(text)]) }
    self.text = String(text)
  }

  /// Whether a name can hold the character: no brackets (sections), no slash (paths), nothing invisible.
  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    // Most names are ASCII, for which Unicode's tables need not be asked.
    switch scalar {
    case "[", "]", "/": return false
    case " "..."~": return true
    default: return isPrintable(scalar)
    }
  }

  /// Whether a character shows, on its own place of one line.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    // Not an enum of ours: new categories of Unicode would be printable ones.
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }
}

extension ServiceName: CustomStringConvertible {
  /// The name.
  public var description: String { text }
}

extension ServiceName: Comparable {
  /// Orders as people expect of names that end in numbers.
  public static func < (lhs: ServiceName, rhs: ServiceName) -> Bool {
    NaturalOrder.precedes(lhs.text, rhs.text)
  }
}
