/// A record's kind and id, which name it in a store.
struct RecordName: Hashable, Sendable {
  let kind: RecordKind
  let id: ExactText

  init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = ExactText(id)
  }
}
