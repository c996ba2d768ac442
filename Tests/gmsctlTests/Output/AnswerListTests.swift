import GMSCore
import Testing
import gmsctl

@Suite("Lists of ready text")
struct AnswerListTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let format: OutputFormat
    let answers: [String]
    let text: String
    var testDescription: String { "\(answers) as \(format)" }
  }

  @Test(
    "are written as the renderer writes values",
    arguments: [
      Case(format: .json, answers: [], text: "[]\n"),
      Case(format: .json, answers: [#"{"a":"b"}"#], text: #"[{"a":"b"}]"# + "\n"),
      Case(format: .json, answers: [#"{"a":"b"}"#, "{}"], text: #"[{"a":"b"},{}]"# + "\n"),
      Case(format: .jsonl, answers: [], text: ""),
      Case(format: .jsonl, answers: [#"{"a":"b"}"#, "{}"], text: #"{"a":"b"}"# + "\n{}\n"),
    ]
  )
  func text(_ test: Case) throws {
    let renderer = Renderer(format: test.format)
    #expect(renderer.takesReadyText)
    let streams = TestConsole()
    let console = Console(input: streams.input, output: streams.output, errors: streams.errors)
    var list = AnswerList(console, renderer)
    for answer in test.answers { try list.append(Array(answer.utf8)) }
    list.end()
    #expect(streams.output.writes == 0, "a short list waits for the end of the command")
    try console.flush()
    #expect(streams.output.text == test.text)
    let values = try test.answers.map { try JSONReader.read($0) }
    #expect(try renderer.render(Answer(.array(values))).text == test.text)
  }

  @Test("are written in blocks, after what was written before them")
  func blocks() throws {
    let streams = TestConsole()
    let console = Console(input: streams.input, output: streams.output, errors: streams.errors)
    console.write("first\n")
    var list = AnswerList(console, Renderer(format: .json))
    let answer = "\"" + String(repeating: "x", count: 1000) + "\""
    for _ in 0..<1000 { try list.append(Array(answer.utf8)) }
    #expect(streams.output.writes == 15, "a million bytes are fifteen whole blocks and a rest")
    list.end()
    try console.flush()
    #expect(streams.output.writes == 16)
    #expect(
      streams.output.text == "first\n[" + Array(repeating: answer, count: 1000).joined(separator: ",") + "]\n"
    )
  }

  @Test("that cannot be written end at once")
  func failure() {
    let streams = TestConsole()
    streams.output.failure = .closed
    let console = Console(input: streams.input, output: streams.output, errors: streams.errors)
    var list = AnswerList(console, Renderer(format: .jsonl))
    #expect(throws: OutputFailure.closed) {
      try list.append(Array(repeating: UInt8(ascii: "1"), count: AnswerList.blockSize))
    }
  }

  @Test("are not for people, nor for chosen fields")
  func otherFormats() throws {
    #expect(!Renderer(format: .table).takesReadyText)
    #expect(!Renderer(format: .csv).takesReadyText)
    #expect(!Renderer(format: .json, selection: try FieldSelection(parsing: "a")).takesReadyText)
    #expect(!Renderer(format: .jsonl, selection: try FieldSelection(parsing: "a")).takesReadyText)
  }
}
