import GMSCore
import Testing
import gmsctl

/// Every format of a few values, as the bytes that reach stdout.
@Suite("Answers in every format")
struct RendererTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let answer: Answer
    var fields: String?
    var json: String
    var jsonl: String
    var csv: String
    var table: String
    var testDescription: String { name }
  }

  static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { JSONValue.Member($0.key, $0.value) })
  }

  static let callbacks: JSONValue = .array([
    object(["_id": .string("1-a"), "tries": .integer(3), "note": .string("says \"hi\", then\nleaves")]),
    object(["_id": .string("1-bcd"), "tries": .integer(12), "late": .bool(true)]),
  ])

  static let periods = object([
    "error": .null, "timezone": .string("Europe/Paris"),
    "periods": .array([
      object(["start": .string("a"), "end": .string("b")]), object(["start": .string("c"), "end": .null]),
    ]),
  ])

  static let cases: [Case] = [
    Case(
      name: "an array of objects",
      answer: Answer(callbacks),
      json: """
        [{"_id":"1-a","tries":3,"note":"says \\"hi\\", then\\nleaves"},{"_id":"1-bcd","tries":12,"late":true}]

        """,
      jsonl: """
        {"_id":"1-a","tries":3,"note":"says \\"hi\\", then\\nleaves"}
        {"_id":"1-bcd","tries":12,"late":true}

        """,
      csv: "_id,tries,note,late\r\n1-a,3,\"says \"\"hi\"\", then\nleaves\",\r\n1-bcd,12,,true\r\n",
      table: """
        _ID    TRIES  NOTE                     LATE
        1-a        3  says "hi", then\\nleaves
        1-bcd     12                           true

        """
    ),
    Case(
      name: "chosen fields in their order",
      answer: Answer(callbacks),
      fields: " late , _id ",
      json: "[{\"_id\":\"1-a\"},{\"late\":true,\"_id\":\"1-bcd\"}]\n",
      jsonl: "{\"_id\":\"1-a\"}\n{\"late\":true,\"_id\":\"1-bcd\"}\n",
      csv: "late,_id\r\n,1-a\r\ntrue,1-bcd\r\n",
      table: "LATE  _ID\n      1-a\ntrue  1-bcd\n"
    ),
    Case(
      name: "one object",
      answer: Answer(object(["open": .bool(false), "openFor": .integer(0), "next": .null])),
      json: "{\"open\":false,\"openFor\":0,\"next\":null}\n",
      jsonl: "{\"open\":false,\"openFor\":0,\"next\":null}\n",
      csv: "open,openFor,next\r\nfalse,0,\r\n",
      table: "open     false\nopenFor  0\nnext\n"
    ),
    Case(
      name: "one object, chosen fields",
      answer: Answer(object(["open": .bool(false), "next": .number("1.5")])),
      fields: "next",
      json: "{\"next\":1.5}\n",
      jsonl: "{\"next\":1.5}\n",
      csv: "next\r\n1.5\r\n",
      table: "next  1.5\n"
    ),
    Case(
      name: "rows within an object",
      answer: Answer(periods, rows: .member("periods")),
      json: """
        {"error":null,"timezone":"Europe/Paris","periods":[{"start":"a","end":"b"},{"start":"c","end":null}]}

        """,
      jsonl: "{\"start\":\"a\",\"end\":\"b\"}\n{\"start\":\"c\",\"end\":null}\n",
      csv: "start,end\r\na,b\r\nc,\r\n",
      table: "START  END\na      b\nc\n"
    ),
    Case(
      name: "chosen fields within an object",
      answer: Answer(periods, rows: .member("periods")),
      fields: "end",
      json: "{\"error\":null,\"timezone\":\"Europe/Paris\",\"periods\":[{\"end\":\"b\"},{\"end\":null}]}\n",
      jsonl: "{\"end\":\"b\"}\n{\"end\":null}\n",
      csv: "end\r\nb\r\n\"\"\r\n",
      table: "END\nb\n\n"
    ),
    Case(
      name: "rows made for the purpose",
      answer: Answer(
        object(["a": .integer(1), "b": .integer(2)]),
        rows: .given([
          object(["time": .string("a"), "left": .integer(1)]),
          object(["time": .string("b"), "left": .integer(2)]),
        ])
      ),
      json: "{\"a\":1,\"b\":2}\n",
      jsonl: "{\"time\":\"a\",\"left\":1}\n{\"time\":\"b\",\"left\":2}\n",
      csv: "time,left\r\na,1\r\nb,2\r\n",
      table: "TIME  LEFT\na        1\nb        2\n"
    ),
    Case(
      name: "an array of strings",
      answer: Answer(.array([.string("a"), .string("")])),
      json: "[\"a\",\"\"]\n",
      jsonl: "\"a\"\n\"\"\n",
      csv: "value\r\na\r\n\"\"\r\n",
      table: "VALUE\na\n\n"
    ),
    Case(
      name: "nested values",
      answer: Answer(.array([object(["slots": .array([.integer(1)]), "x": object(["y": .null])])])),
      json: "[{\"slots\":[1],\"x\":{\"y\":null}}]\n",
      jsonl: "{\"slots\":[1],\"x\":{\"y\":null}}\n",
      csv: "slots,x\r\n[1],\"{\"\"y\"\":null}\"\r\n",
      table: "SLOTS  X\n1      {\"y\":null}\n"
    ),
    Case(
      name: "an empty array",
      answer: Answer(.array([])),
      json: "[]\n",
      jsonl: "",
      csv: "",
      table: ""
    ),
    Case(
      name: "an empty array of known fields",
      answer: Answer(.array([]), fields: ["a", "b"]),
      json: "[]\n",
      jsonl: "",
      csv: "a,b\r\n",
      table: ""
    ),
    Case(name: "null", answer: Answer(.null), json: "null\n", jsonl: "", csv: "", table: ""),
    Case(
      name: "declared fields first",
      answer: Answer(callbacks, fields: ["late", "_id"]),
      fields: nil,
      json: """
        [{"_id":"1-a","tries":3,"note":"says \\"hi\\", then\\nleaves"},{"_id":"1-bcd","tries":12,"late":true}]

        """,
      jsonl: """
        {"_id":"1-a","tries":3,"note":"says \\"hi\\", then\\nleaves"}
        {"_id":"1-bcd","tries":12,"late":true}

        """,
      csv: "late,_id,tries,note\r\n,1-a,3,\"says \"\"hi\"\", then\nleaves\"\r\ntrue,1-bcd,12,\r\n",
      table: """
        LATE  _ID    TRIES  NOTE
              1-a        3  says "hi", then\\nleaves
        true  1-bcd     12

        """
    ),
    Case(
      name: "text for people",
      answer: Answer(object(["a": .integer(1)]), text: "one\ntwo"),
      json: "{\"a\":1}\n",
      jsonl: "{\"a\":1}\n",
      csv: "a\r\n1\r\n",
      table: "one\ntwo\n"
    ),
    Case(
      name: "no text for people when fields are chosen",
      answer: Answer(object(["a": .integer(1)]), text: "one"),
      fields: "a",
      json: "{\"a\":1}\n",
      jsonl: "{\"a\":1}\n",
      csv: "a\r\n1\r\n",
      table: "a  1\n"
    ),
    Case(
      name: "formulas are left alone in CSV, and quotes only where they are needed",
      answer: Answer(
        .array([object(["a,b": .string("=1+2"), "c": .string("x\ry"), "d": .string("a;b 'c'")])])
      ),
      json: "[{\"a,b\":\"=1+2\",\"c\":\"x\\ry\",\"d\":\"a;b 'c'\"}]\n",
      jsonl: "{\"a,b\":\"=1+2\",\"c\":\"x\\ry\",\"d\":\"a;b 'c'\"}\n",
      csv: "\"a,b\",c,d\r\n=1+2,\"x\ry\",a;b 'c'\r\n",
      table: "A,B   C     D\n=1+2  x\\ry  a;b 'c'\n"
    ),
    Case(
      name: "wide letters, marks and control sequences",
      answer: Answer(
        .array([
          object(["n": .string("東京"), "x": .integer(1)]),
          object(["n": .string("e\u{301}té"), "x": .integer(2)]),
          object(["n": .string("\u{1B}[2J"), "x": .integer(3)]),
          object(["n": .string("\u{202E}abc"), "x": .integer(4)]),
        ]),
        fields: []
      ),
      json: """
        [{"n":"東京","x":1},{"n":"e\u{301}té","x":2},{"n":"\\u001b[2J","x":3},{"n":"\u{202E}abc","x":4}]

        """,
      jsonl: """
        {"n":"東京","x":1}
        {"n":"e\u{301}té","x":2}
        {"n":"\\u001b[2J","x":3}
        {"n":"\u{202E}abc","x":4}

        """,
      csv: "n,x\r\n東京,1\r\ne\u{301}té,2\r\n\u{1B}[2J,3\r\n\u{202E}abc,4\r\n",
      table: """
        N            X
        東京         1
        e\u{301}té          2
        \\u{1B}[2J    3
        \\u{202E}abc  4

        """
    ),
  ]

  @Test("are these bytes", arguments: cases)
  func bytes(_ test: Case) throws {
    let selection = try test.fields.map { try FieldSelection(parsing: $0) }
    for (format, text) in [
      (OutputFormat.json, test.json), (.jsonl, test.jsonl), (.csv, test.csv), (.table, test.table),
    ] {
      let rendered = try Renderer(format: format, selection: selection).render(test.answer)
      #expect(rendered.text == text, "\(format)")
      #expect((rendered.note != nil) == (format == .table && text.isEmpty))
    }
  }

  @Test("refuse a field that the answer does not have, with the nearest", arguments: OutputFormat.allCases)
  func unknownField(format: OutputFormat) throws {
    for (answer, field, suggestion) in [
      (Answer(Self.callbacks), "nate", "note"),
      (Answer(Self.periods, rows: .member("periods")), "stat", "start"),
      (Answer(.array([]), fields: ["end"]), "ned", "end"), (Answer(Self.object(["x": .null])), "y", nil),
    ] as [(Answer, String, String?)] {
      let renderer = Renderer(format: format, selection: try FieldSelection(parsing: field))
      let error = #expect(throws: UsageError.self) { try renderer.render(answer) }
      #expect(error?.code == .unknownField)
      #expect(error?.value == field)
      if suggestion != nil { #expect(error?.suggestion == suggestion) }
    }
  }

  @Test("colour headers and states, and only when asked to")
  func color() throws {
    let answer = Answer(
      Self.callbacks,
      styling: { column, text in column == "late" && text == "true" ? .bad : nil }
    )
    let selection = try FieldSelection(parsing: "_id,late")
    let plain = try Renderer(format: .table, selection: selection).render(answer)
    #expect(plain.text == "_ID    LATE\n1-a\n1-bcd  true\n")
    let colored = try Renderer(format: .table, selection: selection, usesColor: true).render(answer)
    #expect(
      colored.text
        == "\u{1B}[1m_ID\u{1B}[0m    \u{1B}[1mLATE\u{1B}[0m\n1-a\n1-bcd  \u{1B}[31mtrue\u{1B}[0m\n"
    )
    for format in [OutputFormat.json, .jsonl, .csv] {
      let renderer = Renderer(format: format, selection: selection, usesColor: true)
      #expect(try !renderer.render(answer).text.contains("\u{1B}"))
    }
  }

  @Test("are coloured only on a terminal, without NO_COLOR, --no-color or a dumb terminal")
  func colorSettings() {
    for (isTerminal, environment, words, isColored) in [
      (true, [:], [], true), (false, [:], [], false), (true, ["NO_COLOR": "1"], [], false),
      (true, ["NO_COLOR": ""], [], true), (true, ["TERM": "dumb"], [], false),
      (true, [:], ["--no-color"], false),
      (true, ["TERM": "xterm"], [], true),
    ] as [(Bool, [String: String], [String], Bool)] {
      let console = TestConsole()
      console.output.isTerminal = isTerminal
      console.environment = environment
      #expect(console.run(["store", "info"] + words) == .done)
      #expect(console.output.text.contains("\u{1B}[1mpath\u{1B}[0m") == isColored)
    }
  }
}
