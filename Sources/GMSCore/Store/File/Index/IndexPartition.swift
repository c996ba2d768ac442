/// A kind, a service and a state: the records that share them are found together.
package struct IndexPartition: Hashable, Sendable {
  /// The family of the records, as `RecordKind` names it.
  package var kind: String
  /// The service that the records belong to.
  package var service: String
  /// The state that the records are in.
  package var state: String

  /// A partition from its parts.
  package init(kind: String, service: String, state: String) {
    self.kind = kind
    self.service = service
    self.state = state
  }
}
