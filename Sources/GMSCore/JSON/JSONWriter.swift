/// Writes JSON text: members in their order, and no escape that need not be.
///
/// A slash, a character beyond ASCII and U+007F stand as they are. What is written reads back to an equal
/// value, as long as no two members of one object have the same name and nothing is nested deeper than
/// ``JSONReader/depthLimit``.
public enum JSONWriter {
  /// The value on one line, without any space.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func compact(_ value: JSONValue) -> String {
    var printer = JSONPrinter()
    printer.compact(value)
    return printer.text
  }

  /// The value with each element and member on its own line, indented by two spaces.
  ///
  /// Empty arrays and objects are `[]` and `{}`. No line break follows the last line.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func pretty(_ value: JSONValue) -> String {
    var printer = JSONPrinter()
    printer.pretty(value, indent: 0)
    return printer.text
  }
}
