import GMSCalendar

/// The name of an option, or of a family of options that differ in their ending.
public enum OptionName: Hashable, Sendable {
  /// One option, such as `_timezone`.
  case exact(String)
  /// The options of this beginning that end in a number, such as `_holiday1`, `_holiday2` …
  case numbered(String)
  /// The options of this beginning and any ending of at least one character, such as `_capacity_1`.
  case suffixed(String)
  /// The options that begin with anything but an underscore, and that no other definition has.
  ///
  /// They are an administrator's own: some services answer them as they are.
  case custom

  /// Whether an option of that name is this one, or one of the family.
  public func matches(_ name: some StringProtocol) -> Bool {
    switch self {
    case .exact(let own): name == own
    case .numbered(let prefix):
      // Nine digits are more options than anyone has, and fit every integer.
      name.hasPrefix(prefix) && Digits.read(name.dropFirst(prefix.count), count: 1...9) != nil
    case .suffixed(let prefix): name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count
    case .custom: !name.isEmpty && !name.hasPrefix("_")
    }
  }

  /// The name that all options of the family begin with; of a single option the whole name, of custom ones
  /// nothing.
  public var prefix: String {
    switch self {
    case .exact(let text), .numbered(let text), .suffixed(let text): text
    case .custom: ""
    }
  }

  /// The name that someone may have meant who wrote `name`; for a family, with that text's ending.
  ///
  /// Nil for custom options: nobody means one and writes another.
  func candidate(for name: String) -> String? {
    switch self {
    case .exact(let own): return own
    case .numbered(let prefix):
      let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      return prefix + (digits.isEmpty ? "1" : digits)
    case .suffixed(let prefix):
      let ending = name.split(separator: "_", omittingEmptySubsequences: true).last.map(String.init)
      return prefix + (ending ?? "1")
    case .custom: return nil
    }
  }
}

extension OptionName: CustomStringConvertible {
  /// The name; a family's ending is `<n>` or `<name>`, and custom options are `<name>`.
  public var description: String {
    switch self {
    case .exact(let name): name
    case .numbered(let prefix): "\(prefix)<n>"
    case .suffixed(let prefix): "\(prefix)<name>"
    case .custom: "<name>"
    }
  }
}
