internal import GMSCore

/// Acting on behalf of an account.
extension Invocation {
  /// On whose behalf the line acts, for a library that asks by itself.
  ///
  /// What is permitted is judged by the store as it is now, also where `--as-of` reads an earlier state:
  /// else an account could go back to a time when it was permitted more.
  ///
  /// - Throws: `CoreError` with code `unknownAccount`, or when the store cannot be read.
  func authority() throws -> Authority {
    guard let account = context.account else { return .administrator }
    guard context.asOf != nil else { return .account(account) }
    return .permissions(try permissions(of: account))
  }

  /// Goes on when the account of the line may run the command, or when the line names none.
  ///
  /// - Throws: `CoreError` with code `notPermitted` or `unknownAccount`, or when the store cannot be read.
  func checkPermission() throws {
    guard let account = context.account else { return }
    switch Command.permission(along: path) ?? .configure {
    case .nothing, .askedByLibrary: return
    case .action(let action, let argument):
      try permissions(of: account).require(action, on: argument.flatMap(optional))
    case .configureOrBeing(let argument):
      let permissions = try permissions(of: account)
      if text(argument) != account { try permissions.require(.configure) }
    case .newStore:
      let permissions: Permissions
      do {
        permissions = try self.permissions(of: account)
      } catch let error as CoreError where error.code == .storeMissing {
        permissions = try Permissions(of: account, in: Configuration())
      }
      try permissions.require(.configure)
    }
  }

  /// The permissions of an account, by the store as it is now.
  private func permissions(of account: String) throws -> Permissions {
    let notices = context.notices
    let store = try FileStore(opening: context.storePath) { notices.add($0) }
    return try store.read { try Permissions(of: account, in: $0.configuration()) }
  }
}
