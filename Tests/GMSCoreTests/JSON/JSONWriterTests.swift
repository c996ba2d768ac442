import GMSCore
import Testing

@Suite struct JSONWriterTests {
  @Test func compactTextHasNoSpace() {
    let value: JSONValue = ["b": [1, .number("1.50"), true, nil], "a": ["x": [:], "y": []], "": "z"]
    #expect(JSONWriter.compact(value) == #"{"b":[1,1.50,true,null],"a":{"x":{},"y":[]},"":"z"}"#)
  }

  @Test func prettyTextIsIndentedByTwo() {
    let value: JSONValue = ["b": [1, ["c": "d"]], "a": ["x": [:], "y": []]]
    #expect(
      JSONWriter.pretty(value) == """
        {
          "b": [
            1,
            {
              "c": "d"
            }
          ],
          "a": {
            "x": {},
            "y": []
          }
        }
        """
    )
    #expect(JSONWriter.pretty([]) == "[]")
    #expect(JSONWriter.pretty("a") == "\"a\"")
  }

  @Test func onlyWhatMustBeIsEscaped() {
    let text = String(String.UnicodeScalarView((0...0x80).compactMap { Unicode.Scalar($0) })) + "é\u{2028}😀"
    let escaped =
      #"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011"#
      + ##"\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./"##
      + #"0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"#
    #expect(JSONWriter.compact(.string(text)) == "\"" + escaped + "\u{7F}\u{80}é\u{2028}😀\"")
    #expect(JSONWriter.compact(.object([.init("a\n", 1)])) == #"{"a\n":1}"#)
  }

  @Test func accessFindsWhatIsThere() {
    let value: JSONValue = ["a": [1, "b"], "c": nil]
    #expect(value["a"]?.arrayValue == [1, "b"])
    #expect(value["c"] == .null)
    #expect(value["d"] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value.members?.map(\.name) == ["a", "c"])
    #expect(value.stringValue == nil)
    #expect(JSONValue.string("x").stringValue == "x")
    #expect(JSONValue.number("1.0").integerValue == nil)
    #expect(JSONValue.integer(-3).integerValue == -3)
  }

  @Test func anObjectLiteralWithANameTwice() async {
    await #expect(processExitsWith: .failure) {
      let value: JSONValue = ["a": 1, "a": 2]
      _ = value
    }
  }

  @Test(arguments: ["", "a", "1.", "01", "1 ", "[1]", "NaN"])
  func textThatIsNoNumber(_ text: String) async {
    await #expect(processExitsWith: .failure) { [text] in _ = JSONWriter.compact(.number(text)) }
  }
}
