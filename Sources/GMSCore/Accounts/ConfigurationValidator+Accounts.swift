/// The accounts: their roles, and that what they list exists.
extension ConfigurationValidator {
  /// Checks all accounts, in natural order.
  ///
  /// - Throws: `CoreError` for the first refusal, with fact `account`.
  /// - Complexity: O(n + m log m) for n services and m accounts.
  func checkAccounts(_ configuration: Configuration) throws(CoreError) {
    guard !configuration.accounts.isEmpty else { return }
    let groups = ServiceGroups(configuration)
    for name in configuration.accountNames {
      _ = try Permissions(Account(name, in: configuration), in: configuration) { groups }
    }
  }

  /// Refuses a change that leaves an account without what it lists; one that was wrong before may stay so.
  ///
  /// - Throws: `CoreError` about the first such account, in natural order.
  func checkAccounts(_ after: Configuration, since before: Configuration) throws(CoreError) {
    for (name, error) in refusals(of: after) where !refusals(of: before).contains(where: { $0.name == name })
    {
      throw error
    }
  }

  /// The accounts that a change of services would leave without what they list, in natural order.
  func accountsBroken(by after: Configuration, since before: Configuration) -> [String] {
    let wrong = Set(refusals(of: before).map(\.name))
    return refusals(of: after).map(\.name).filter { !wrong.contains($0) }
  }

  /// The accounts that are wrong, in natural order, each with what is wrong first.
  private func refusals(of configuration: Configuration) -> [(name: String, error: CoreError)] {
    guard !configuration.accounts.isEmpty else { return [] }
    let groups = ServiceGroups(configuration)
    return configuration.accountNames.compactMap { name in
      do throws(CoreError) {
        _ = try Permissions(Account(name, in: configuration), in: configuration) { groups }
        return nil
      } catch {
        return (name, error)
      }
    }
  }

  /// What there is to say about an account's options, in natural order; an account that does not exist has
  /// none.
  package func findings(account name: String, in configuration: Configuration) -> [OptionFinding] {
    guard let options = configuration.accounts[name] else { return [] }
    let known = [Account.rolesOption, Account.servicesOption]
    var fault: CoreError?
    do throws(CoreError) {
      _ = try Permissions(of: name, in: configuration)
    } catch {
      fault = error
    }
    var findings = options.sorted.map { option, value in
      OptionFinding(
        place: .account(name),
        option: option,
        value: value,
        kind: known.contains(option)
          ? kind(option, value, fault, in: configuration)
          : .unknown(template: "accounts", nearest: OptionTextChecker.nearest(option, known))
      )
    }
    if let fault, fault["option"].map({ options[$0] == nil }) ?? true {
      findings.append(.init(place: .account(name), option: "", value: fault["value"], kind: .refused(fault)))
    }
    if (options[Account.rolesOption] ?? "").isEmpty {
      findings.append(.init(place: .account(name), option: Account.rolesOption, value: nil, kind: .noRole))
    }
    return findings
  }

  private func kind(
    _ option: String,
    _ value: String,
    _ fault: CoreError?,
    in configuration: Configuration
  ) -> OptionFinding.Kind {
    if let fault, fault["option"] == option { return .refused(fault) }
    if value.isEmpty { return .empty }
    guard option == Account.servicesOption else { return .used }
    let groups = ServiceGroups(configuration)
    let shared = (OptionTextChecker.names(value) ?? []).first {
      configuration.services[$0] != nil && groups.members[$0] != nil
    }
    return shared.map(OptionFinding.Kind.sharedName) ?? .used
  }
}
