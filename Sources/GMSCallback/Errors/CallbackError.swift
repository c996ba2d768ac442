public import GMSCore

/// Why GMSCallback refused a request, an event or a record.
///
/// The error carries facts; its English is written in one place (`CallbackError+Description.swift`). Compare
/// `code` and facts, never the text.
public struct CallbackError: Hashable, Sendable {
  /// What is wrong, as a stable name.
  public let code: Code
  /// The facts: which option, which value, which limit, what would be accepted; in the order of the answer.
  public let facts: [JSONValue.Member]

  /// An error with its facts.
  public init(_ code: Code, _ facts: [JSONValue.Member] = []) {
    self.code = code
    self.facts = facts
  }

  /// An error whose facts are all text.
  public init(_ code: Code, _ facts: KeyValuePairs<String, String>) {
    self.init(code, facts.map { JSONValue.Member($0.key, .string($0.value)) })
  }

  /// The text of a fact; nil when the error does not carry it, or it is no string.
  public subscript(fact: String) -> String? {
    for member in facts where member.name == fact {
      if case .string(let text) = member.value { return text }
    }
    return nil
  }

  /// The texts of a fact that is an array of strings; empty when the error does not carry it.
  public func list(_ fact: String) -> [String] {
    for member in facts where member.name == fact {
      if case .array(let values) = member.value {
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
      }
    }
    return []
  }
}
