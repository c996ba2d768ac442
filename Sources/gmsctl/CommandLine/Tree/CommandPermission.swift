package import GMSCore

/// What an account needs to run a command.
///
/// It stands on the command, or on the noun that holds it; a command that says nothing at all needs what one
/// that changes everything needs.
package enum CommandPermission: Hashable, Sendable {
  /// Nothing: the command tells nothing about a store, and changes none.
  case nothing
  /// What the library finds, which asks about each request by itself.
  case askedByLibrary
  /// An action, on the service that an argument names, else on no particular one.
  case action(AccountAction, argument: String? = nil)
  /// To configure, or to be the account that an argument names: anybody may ask about himself.
  case configureOrBeing(argument: String)
  /// To configure the store that is made, which has no accounts yet.
  case newStore

  /// To configure.
  package static let configure = CommandPermission.action(.configure)
}

extension Command {
  /// What an account needs to run the last command of a path: what that one says, else the nearest noun
  /// before it; nil when none says anything.
  package static func permission(along path: [Command]) -> CommandPermission? {
    path.last { $0.permission != nil }?.permission
  }
}
