/// On whose behalf something is done.
///
/// It is the one way in which operations learn about accounts. Whoever never heard of accounts acts as
/// ``administrator``, for whom nothing is looked up.
///
/// This keeps people who share a store out of each other's way. It is no lock: whoever can write the store's
/// files can write its accounts.
public enum Authority: Hashable, Sendable {
  /// No account: everything is permitted.
  case administrator
  /// The account of that name, as each transaction finds it, so that a change of it holds from the next one
  /// on.
  case account(String)
  /// Permissions that were compiled before: for many requests on one configuration, or where the state that
  /// is read is not the one that says what is permitted.
  case permissions(Permissions)

  /// The permissions by which a transaction is to judge; nil when everything is permitted.
  ///
  /// - Throws: `CoreError` with code `unknownAccount` with the nearest name, or about an account that cannot
  ///   be read; errors of the store.
  /// - Complexity: O(n) for n services with ``account(_:)``, else O(1) without reading anything.
  public func permissions(_ reader: any StoreReader) throws -> Permissions? {
    switch self {
    case .administrator: nil
    case .account(let name): try Permissions(of: name, in: reader.configuration())
    case .permissions(let permissions): permissions
    }
  }

  /// Goes on when it is permitted to do something to a service.
  ///
  /// - Throws: `CoreError` with code `notPermitted`, or as `permissions(_:)`.
  public func require(
    _ action: AccountAction,
    on service: String? = nil,
    _ reader: any StoreReader
  ) throws {
    try permissions(reader)?.require(action, on: service)
  }
}
