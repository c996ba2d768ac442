/// Who is asked to take a callback: one agent, place or group, or whoever has certain skills.
///
/// Its text is `Billing@StatServer.GA`: a name, the statistics server that watches it, and the kind. In place of
/// a name may stand `?:` and a ``SkillExpression``: `?:English=20&Loans=2@StatServer.GA`.
public struct RoutingTarget: Hashable, Sendable {
  /// What the target selects.
  public let destination: Destination
  /// The name of the statistics server that knows whether the target is free.
  public let statServer: String
  /// What kind of thing the target is.
  public let kind: Kind

  private let text: String

  /// What a target selects.
  public enum Destination: Hashable, Sendable {
    /// The agent, place or group of that name.
    case named(String)
    /// Whoever has the skills.
    case skills(SkillExpression)
  }

  /// The kinds of targets, by the letters that stand for them.
  public enum Kind: String, CaseIterable, Sendable {
    /// An agent.
    case agent = "A"
    /// An agent's place.
    case place = "AP"
    /// A group of agents.
    case agentGroup = "GA"
    /// A group of places.
    case placeGroup = "GP"
    /// A campaign's group.
    case campaignGroup = "GC"
  }

  /// Reads a target.
  ///
  /// The last `@` ends the name, so that an agent may be named by a mail address, and the last `.` after it
  /// ends the server's name. GMS's documents show no target without a server or a kind, so both are required
  /// here; a comma is refused, because several targets are written as a ``TargetList``.
  ///
  /// - Throws: `CoreError` with code `malformedTarget` and the facts `value`, `column` (from 1, in Unicode
  ///   scalars), `reason`, and `suggestion` where a known kind is near.
  /// - Complexity: O(n) in the length of the text.
  public init(_ text: String) throws(CoreError) {
    let scalars = Array(text.unicodeScalars)
    func refused(_ fault: TargetFault, at index: Int, near word: String? = nil) -> CoreError {
      .malformedTarget(text, fault, at: index, near: word)
    }
    guard !scalars.isEmpty else { throw refused(.empty, at: 0) }
    if let index = scalars.firstIndex(where: RoutingTarget.isInvisible) {
      throw refused(.invisible, at: index)
    }
    guard let at = scalars.lastIndex(of: "@") else { throw refused(.missingServer, at: scalars.count) }
    let name = scalars[..<at]
    guard let dot = scalars[at...].lastIndex(of: ".") else { throw refused(.missingKind, at: scalars.count) }
    let server = scalars[(at + 1)..<dot]
    guard !RoutingTarget.isBare(server) else { throw refused(.missingServer, at: at + 1) }
    let letters = RoutingTarget.string(scalars[(dot + 1)...])
    guard !letters.isEmpty else { throw refused(.missingKind, at: dot + 1) }
    guard let kind = Kind(rawValue: letters) else { throw refused(.unknownKind, at: dot + 1, near: letters) }
    if name.first == "?" {
      guard name.starts(with: ["?", ":"]) else { throw refused(.unfinishedPrefix, at: 0) }
      var parser = SkillExpressionParser(scalars, from: 2, to: at)
      destination = .skills(try parser.whole())
    } else {
      guard !RoutingTarget.isBare(name) else { throw refused(.missingName, at: 0) }
      if let mark = name.firstIndex(where: { $0 == "," || $0 == ";" }) {
        throw refused(.severalTargets, at: mark)
      }
      destination = .named(RoutingTarget.string(name))
    }
    self.statServer = RoutingTarget.string(server)
    self.kind = kind
    self.text = text
  }

  /// Whether nothing is there, or a space at an end.
  private static func isBare(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, let last = scalars.last else { return true }
    return first.properties.isWhitespace || last.properties.isWhitespace
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // Most targets are ASCII, for which Unicode's tables need not be asked.
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false  // Not an enum of ours: all else has a shape, or is a space.
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

extension RoutingTarget: CustomStringConvertible {
  /// The target exactly as it was written.
  public var description: String { text }
}
