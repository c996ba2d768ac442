/// The numbers that a callback service does not call: the pattern group that its option `_exceptions` names.
///
/// GMS puts a `+` before a number that has none, and then compares, so that patterns are written as
/// `\+1900.*`. GMS does not document what it does with punctuation: here a number is compared as it was
/// typed, and then without the spaces and the `- . ( ) /` that people write in numbers, so that `1 (900)
/// 555-0100` is as much an exception as `19005550100`.
public struct NumberExceptions: Hashable, Sendable {
  /// The patterns.
  public let group: PatternGroup

  /// The exceptions that a group describes.
  public init(_ group: PatternGroup) { self.group = group }

  /// The exceptions of a callback service; nil when it names none.
  ///
  /// - Throws: `CoreError` as ``PatternGroup/init(_:in:)``, or `invalidOption`.
  public init?(_ service: ConfiguredService, in configuration: Configuration) throws(CoreError) {
    guard let name = try service.string(ifSet: "_exceptions") else { return nil }
    self.init(try PatternGroup(name, in: configuration))
  }

  /// The first pattern, in natural order of the names, that the number matches; nil when it may be called.
  public func match(_ number: String) -> String? {
    let digits = String(number.unicodeScalars.filter { !PhoneText.punctuation.contains($0) })
    let (typed, bare) = (NumberExceptions.withPlus(number), NumberExceptions.withPlus(digits))
    return group.patterns.first { $0.expression.matches(typed) || $0.expression.matches(bare) }?.name
  }

  private static func withPlus(_ number: String) -> String { number.hasPrefix("+") ? number : "+" + number }
}
