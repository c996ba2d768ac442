/// Accounts follow the services that they list.
extension Configuration {
  /// The names of all accounts, in natural order.
  var accountNames: [String] { accounts.keys.sorted(by: NaturalOrder.precedes) }

  /// The accounts whose list names the service itself, in natural order; one that cannot be read names none.
  func accounts(listing service: String) -> [String] {
    accountNames.filter { name in
      guard let options = accounts[name], let account = try? Account(name, options) else { return false }
      return account.services?.contains(service) ?? false
    }
  }

  /// Lets the lists that name a service follow its new name; the rest of each list stays as it is written.
  mutating func renameInAccounts(_ service: String, to newName: String) {
    for account in accounts(listing: service) {
      guard let list = accounts[account]?[Account.servicesOption] else { continue }
      let parts = list.split(separator: ",", omittingEmptySubsequences: false).map { part -> String in
        guard OptionTextChecker.names(String(part)) == [service] else { return String(part) }
        let before = part.prefix { $0 == " " }
        let after = part.dropFirst(before.count).reversed().prefix { $0 == " " }
        return before + newName + String(after)
      }
      accounts[account]?[Account.servicesOption] = parts.joined(separator: ",")
    }
  }
}
