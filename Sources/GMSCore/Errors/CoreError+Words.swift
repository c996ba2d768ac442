import GMSCalendar

/// Words for facts, of which the sentences are made.
extension CoreError {
  /// A fact as text, whatever its JSON type; empty when it is not there.
  func plain(_ name: String) -> String {
    guard let member = facts.first(where: { $0.name == name }) else { return "" }
    return switch member.value {
    case .string(let text): Quotation.clip(text)
    case .integer(let number): String(number)
    case .number(let text): text
    case .bool(let flag): String(flag)
    case .null: "null"
    case .array, .object: list(name)
    }
  }

  /// A fact in single quotes.
  func quoted(_ name: String) -> String { "'\(plain(name))'" }

  /// The strings of a fact that is an array, each in quotes; of another fact its text in quotes.
  func list(_ name: String) -> String {
    guard case .array(let values)? = facts.first(where: { $0.name == name })?.value else {
      return quoted(name)
    }
    return values.map { value in
      if case .string(let text) = value { "'\(Quotation.clip(text))'" } else { "…" }
    }.joined(separator: ", ")
  }

  func has(_ name: String) -> Bool { facts.contains { $0.name == name } }

  /// A part of the sentence that stands only where the fact is known.
  func clause(_ name: String, _ words: (String) -> String) -> String {
    has(name) ? words(quoted(name)) : ""
  }

  /// To whom the option or number belongs.
  var ofOwner: String {
    clause("service") { " of service \($0)" } + clause("resource") { " of resource group \($0)" }
      + clause("account") { " of account \($0)" }
      + clause("section") { " of section \($0)" }
  }

  var because: String { has("reason") ? ": \(plain("reason"))" : "" }

  var position: String { has("line") ? "line \(plain("line")): " : "" }

  var linePlace: String {
    guard has("line") else { return "" }
    return ", line \(plain("line"))" + (has("column") ? ", column \(plain("column"))" : "")
  }

  var path: String {
    guard case .array(let names)? = facts.first(where: { $0.name == "path" })?.value else { return "" }
    return names.map { name in
      if case .string(let text) = name { "'\(Quotation.clip(text))'" } else { "…" }
    }.joined(separator: " → ")
  }

  var other: String {
    has("other") ? "resource group \(quoted("other"))" : "this group"
  }

  var hint: String { hint(or: "") }

  func hint(or instead: String) -> String {
    has("suggestion") ? "; did you mean \(quoted("suggestion"))?" : instead
  }

  func accepted(_ words: String, none: String = "") -> String {
    // Our own words: they are never cut, as they are what would be right.
    let text = self["accepted"] ?? ""
    return text.isEmpty ? none : words + text
  }
}
