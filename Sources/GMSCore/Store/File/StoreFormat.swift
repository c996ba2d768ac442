/// The version of a store's document, and the way from older versions to it.
package struct StoreFormat: Sendable {
  /// One step: the document of a version as the next version writes it.
  ///
  /// A migration that has been released is never edited.
  package struct Migration: Sendable {
    /// The version that it reads; it makes the next one.
    package let version: Int
    /// The step; it gets the whole document, and need not change the document's `version`.
    package let migrate: @Sendable (JSONValue) throws(CoreError) -> JSONValue

    /// A migration from its parts.
    package init(
      from version: Int,
      _ migrate: @escaping @Sendable (JSONValue) throws(CoreError) -> JSONValue
    ) {
      self.version = version
      self.migrate = migrate
    }
  }

  /// What stands in each document's member `format`.
  package static let name = "gms-store"

  /// What this library reads and writes.
  package static let current = StoreFormat(version: 1, migrations: [])

  /// The version that is written, and the newest that is read.
  package let version: Int
  private let migrations: [Migration]

  /// A format; there is one migration for each version from 1 to the one before `version`, in order.
  package init(version: Int, migrations: [Migration]) {
    precondition(
      migrations.map(\.version) == Array(1..<version),
      "A store's format needs one migration from each version before it, in order."
    )
    self.version = version
    self.migrations = migrations
  }

  /// The document of an older version as this version writes it.
  package func upgraded(_ document: JSONValue, from old: Int) throws(CoreError) -> JSONValue {
    var document = document
    for migration in migrations where migration.version >= old { document = try migration.migrate(document) }
    return document
  }
}
