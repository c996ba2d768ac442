import GMSCore
import Testing

/// Lines of comma-separated values, byte for byte.
struct CSVPrinterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let cells: [String]
    let plain: String
    var guarded: String?
    var testDescription: String { plain.debugDescription }
  }

  @Test(arguments: [
    Case(cells: ["a", "b"], plain: "a,b\r\n"), Case(cells: [""], plain: "\"\"\r\n"),
    Case(cells: ["", ""], plain: ",\r\n"), Case(cells: [], plain: "\r\n"),
    Case(cells: ["a,b", "\"", "x\ny", "x\ry"], plain: "\"a,b\",\"\"\"\",\"x\ny\",\"x\ry\"\r\n"),
    Case(cells: [" a ", "'b'", "é🙂"], plain: " a ,'b',é🙂\r\n"),
    Case(cells: ["=1+1", "a=1"], plain: "=1+1,a=1\r\n", guarded: "'=1+1,a=1\r\n"),
    Case(
      cells: ["+1 650", "-3", "@x", "\tx"],
      plain: "+1 650,-3,@x,\tx\r\n",
      guarded: "'+1 650,'-3,'@x,'\tx\r\n"
    ),
    Case(cells: ["=\"a\",1"], plain: "\"=\"\"a\"\",1\"\r\n", guarded: "\"'=\"\"a\"\",1\"\r\n"),
    Case(cells: ["\r\n=1"], plain: "\"\r\n=1\"\r\n", guarded: "\"'\r\n=1\"\r\n"),
    Case(cells: ["＝1", "＠x"], plain: "＝1,＠x\r\n", guarded: "'＝1,'＠x\r\n"),
  ])
  func prints(_ expected: Case) {
    for (guards, text) in [(false, expected.plain), (true, expected.guarded ?? expected.plain)] {
      var printer = CSVPrinter(guardingFormulas: guards)
      printer.line(expected.cells)
      #expect(String(decoding: printer.bytes, as: UTF8.self) == text)
    }
  }
}
