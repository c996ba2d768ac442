import Foundation
import GMSTestSupport

/// Asks other engines which texts whole expressions match.
enum ExpressionOracle {
  /// An expression and texts for it.
  struct Question {
    var expression: String
    var texts: [String]
  }

  /// Why an oracle gave no answer.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Whether python3 is here; asked once.
  static let hasPython = (try? run("python3", [script("match-patterns.py"), "--help"])) != nil

  /// Whether a Java is here that runs a source file; asked once.
  static let hasJava = (try? run("java", [script("MatchPatterns.java")])) != nil

  /// What Python's re says of each text; nil where it gave up.
  static func python(_ questions: [Question]) throws -> [[Bool?]] {
    try answers("python3", [script("match-patterns.py")], questions).map { answer in
      guard let answer else { throw Failure(description: "Python refuses an expression") }
      return answer
    }
  }

  /// What java.util.regex says of each text, nil where it gave up; nil for an expression that it refuses.
  static func java(_ questions: [Question]) throws -> [[Bool?]?] {
    try answers("java", ["-XX:TieredStopAtLevel=1", script("MatchPatterns.java")], questions)
  }

  private static func answers(
    _ program: String,
    _ arguments: [String],
    _ questions: [Question]
  ) throws -> [[Bool?]?] {
    // A file, because a program that is written to and read from through pipes at once can stop for ever.
    let directory = try TemporaryDirectory()
    let file = directory.path("questions")
    let lines = questions.map { question in
      ([question.expression] + question.texts).map(hexadecimal).joined(separator: " ") + "\n"
    }
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    let output = try run(program, arguments + [file])
    let answers = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { line in line == "refused" ? nil : line.map { $0 == "?" ? nil : $0 == "1" } }
    guard answers.count == questions.count else {
      throw Failure(description: "\(answers.count) answers to \(questions.count) questions")
    }
    return answers
  }

  private static func hexadecimal(_ text: String) -> String {
    if text.isEmpty { return "-" }
    let digits = Array("0123456789abcdef".unicodeScalars)
    var word = String.UnicodeScalarView()
    for byte in text.utf8 {
      word.append(digits[Int(byte >> 4)])
      word.append(digits[Int(byte & 15)])
    }
    return String(word)
  }

  private static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Oracles/\(name)").path
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Failure(description: "\(program) ended with status \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
