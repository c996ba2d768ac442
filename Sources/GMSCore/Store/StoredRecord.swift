/// One record as a store keeps it: its name, the keys by which it is found, and its JSON text.
///
/// A store never looks into ``body``; whoever owns the kind encodes it and extracts the keys.
public struct StoredRecord: Identifiable, Sendable {
  /// The family of the record.
  public var kind: RecordKind
  /// The record's name, unique in its kind.
  public var id: String
  /// What it can be found by.
  public var keys: RecordKeys
  /// The text, or what it is made from.
  package private(set) var content: RecordContent

  /// A record from its parts.
  public init(kind: RecordKind, id: String, keys: RecordKeys, body: String) {
    self.init(kind: kind, id: id, keys: keys, content: .text(body))
  }

  /// A record from its parts, of which the text need not be made yet.
  package init(kind: RecordKind, id: String, keys: RecordKeys, content: RecordContent) {
    self.kind = kind
    self.id = id
    self.keys = keys
    self.content = content
  }

  /// The record as one compact JSON object, without line breaks.
  ///
  /// - Complexity: O(1) for a record that was read from text; O(n) in the text's length for one that was made from
  ///   a value, because nobody may ever ask.
  public var body: String {
    get { content.text }
    set { content = .text(newValue) }
  }
}

extension StoredRecord: Hashable {
  /// Whether name, keys and text are equal.
  public static func == (lhs: StoredRecord, rhs: StoredRecord) -> Bool {
    guard lhs.kind == rhs.kind, lhs.id == rhs.id, lhs.keys == rhs.keys else { return false }
    switch (lhs.content, rhs.content) {
    case (.value(let left), .value(let right)):
      return left === right || (left.canEqual(right) && left.text == right.text)
    case (.text, _), (_, .text): return lhs.body == rhs.body
    }
  }

  /// Hashes the name and the keys, which tell records apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
    hasher.combine(keys)
  }
}
