#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// Typed access to what was typed.
extension Invocation {
  /// Whether a flag was given.
  package func flag(_ name: String) -> Bool {
    precondition(
      command.option(name).map { $0.kind == nil } == true,
      "'\(command.name)' declares no flag '\(name)'"
    )
    return values.flags.contains(name)
  }

  /// The text of an argument or option that every line has.
  ///
  /// Use ``optional(_:)`` where the line may lack it.
  package func text(_ name: String) -> String {
    let text = optional(name)
    precondition(text != nil, "'\(command.name)' does not require '\(name)', so it may be absent")
    return text ?? ""
  }

  /// The text of an argument or option; nil when the line lacks it.
  package func optional(_ name: String) -> String? {
    _ = kind(of: name)
    return values.text(name)
  }

  /// All texts of a repeating argument or option, in the order in which they were typed.
  package func texts(_ name: String) -> [String] {
    _ = kind(of: name)
    return values.texts[name] ?? []
  }

  /// The whole number of an argument or option; nil when the line lacks it.
  ///
  /// Its range was checked before.
  package func integer(_ name: String) -> Int? {
    guard case .integer = kind(of: name) else {
      preconditionFailure("'\(command.name)' declares '\(name)', but not as a whole number")
    }
    return values.text(name).flatMap { Int($0) }
  }

  /// The word that was chosen, as a case of its type; nil when the line lacks it.
  ///
  /// The choices that the command declares must all be raw values of the type.
  package func choice<Choice: RawRepresentable<String>>(
    _ name: String,
    as type: Choice.Type = Choice.self
  ) -> Choice? {
    _ = kind(of: name)
    guard let text = values.text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      preconditionFailure("'\(command.name)' lets one choose '\(text)', which \(type) does not have")
    }
    return choice
  }

  /// The point in time of an argument or option; nil when the line lacks it.
  ///
  /// A time without a zone is read in `--timezone` where the command has that and the line gives it, else in
  /// the default zone, such as a service's own.
  ///
  /// - Throws: `malformedTime` or `malformedZone`.
  package func instant(_ name: String, defaultZone zone: String = "UTC") throws -> Date? {
    _ = kind(of: name)
    guard let text = values.text(name) else { return nil }
    return try InstantReading.read(
      text,
      zone: values.text(CommandOption.timeZone.name) ?? zone,
      place: place(of: name),
      with: context.surroundings.readInstant
    )
  }

  /// How messages name an argument or option.
  func place(of name: String) -> String {
    command.argument(name)?.placeholder ?? "--\(name)"
  }

  /// The kind of an argument or option, which must be declared and must not be a flag.
  func kind(of name: String) -> ValueKind {
    guard let kind = command.argument(name)?.kind ?? command.option(name)?.kind else {
      preconditionFailure("'\(command.name)' declares no argument or option with a value '\(name)'")
    }
    return kind
  }
}
