public import GMSCore

// The engine asks about permissions inside each transaction, before it tells anything else about the store.
//
//     callbacks, availability, queues, history, properties   view         on the callback's service
//     start, reschedule, cancel                              by name      on the callback's service
//     events, time moving on, the configuration,             configure
//     requests for services of other templates,
//     messages, the outbox, pausing
//
// GMS does not document which role may send events. Here it is the Administrator alone: they are what
// telephony and agents' desktops report, and one who could send them could end any callback in any way.
extension CallbackEngine {
  /// The same engine on behalf of an account; nil for the administrator, who may do everything.
  ///
  /// The account is looked up in each transaction. From here on every call may also throw `CoreError` with
  /// code `notPermitted`, and `unknownAccount` for a name that no account has.
  public func acting(as account: String?) -> CallbackEngine {
    acting(on: account.map(Authority.account) ?? .administrator)
  }

  /// The same engine on behalf of somebody.
  public func acting(on authority: Authority) -> CallbackEngine {
    CallbackEngine(desk: plainDesk.acting(on: authority), notifications: notifications, submit: submit)
  }

  /// The record of a callback, for somebody who may do something to it.
  ///
  /// - Throws: `CoreError` with code `notPermitted`, which does not tell whether there is such a callback to
  ///   one who may not see it; else `CallbackError` with code `unknownCallback`.
  func record(_ id: String, for action: AccountAction, _ reader: any StoreReader) throws -> StoredRecord {
    let permissions = try authority.permissions(reader)
    // What the roles do not include is refused without a look at the store.
    try permissions?.require(action)
    let record = try reader.record(.callback, id)
    try permissions?.require(action, of: id, in: record?.keys.service)
    guard let record else { throw CallbackError.unknownCallback(id) }
    return record
  }

  /// The callback of an id, for somebody who may do something to it.
  ///
  /// - Throws: as ``record(_:for:_:)``.
  func callback(_ id: String, for action: AccountAction, _ reader: any StoreReader) throws -> Callback {
    try Callback(stored: record(id, for: action, reader))
  }

  /// The services to which a question about many is limited; nil for all.
  ///
  /// - Throws: `CoreError` with code `notPermitted` when that may not be done to one that is named, the first
  ///   in order of names; or when the account may do it to none.
  func visibleServices(
    _ names: Set<String>,
    for action: AccountAction = .view,
    _ reader: any StoreReader
  ) throws -> Set<String>? {
    guard let permissions = try authority.permissions(reader) else { return names.isEmpty ? nil : names }
    try permissions.require(action)
    for name in names.sorted() { try permissions.require(action, on: name) }
    return names.isEmpty ? permissions.services : names
  }
}
