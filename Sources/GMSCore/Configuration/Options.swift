/// The options of one section: names and their values, all text, as GMS keeps them.
///
/// Unknown options are kept. Iteration and printing are in natural order: `_bh_regular2` before
/// `_bh_regular10`.
public struct Options: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var values: [String: String]

  /// Options from a dictionary.
  public init(_ values: [String: String] = [:]) { self.values = values }

  /// Options from a literal; of a name that stands twice the last value holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    values = Dictionary(elements, uniquingKeysWith: { $1 })
  }

  /// The value of an option; nil when it is not set, and setting nil removes it.
  public subscript(name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// All names in natural order.
  public var names: [String] { values.keys.sorted(by: NaturalOrder.precedes) }

  /// Names and values in natural order of the names.
  public var sorted: [(name: String, value: String)] {
    values.map { (name: $0.key, value: $0.value) }.sorted { NaturalOrder.precedes($0.name, $1.name) }
  }

  /// Makes room for so many options.
  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  /// How many options are set.
  public var count: Int { values.count }

  /// Whether no option is set.
  public var isEmpty: Bool { values.isEmpty }

  /// The options as a dictionary.
  public var dictionary: [String: String] { values }
}
