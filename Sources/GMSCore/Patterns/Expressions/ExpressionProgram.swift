/// An expression as instructions for a machine that is in many places of the program at once.
///
/// Ken Thompson's construction: the machine reads the text once, and keeps the set of instructions at which
/// an attempt could stand, so that a step costs at most the size of the program whatever the text.
struct ExpressionProgram: Sendable {
  /// One instruction.
  enum Instruction: Sendable {
    /// Goes on with the next instruction after a character of that set, given by its number in ``sets``.
    case set(Int)
    /// Goes on with the next instruction where that holds.
    case assertion(ExpressionAssertion)
    /// Goes on with the next instruction, and with that one.
    case split(Int)
    /// Goes on with that instruction.
    case jump(Int)
    /// The expression has matched, if the text ends here.
    case match
  }

  /// The instructions; the first is the start, the last is the only `match`.
  private(set) var instructions: [Instruction] = []
  /// The sets of characters, each once.
  private(set) var sets: [ScalarSet] = []
  /// All assertions that occur.
  private(set) var assertions: ExpressionAssertion = []
  private var numbers: [ScalarSet: Int] = [:]

  /// The program of an expression whose size has been checked.
  init(_ node: ExpressionNode) {
    emit(node)
    instructions.append(.match)
    numbers = [:]
  }

  private mutating func emit(_ node: ExpressionNode) {
    switch node {
    case .set(let set):
      let number = numbers[set] ?? sets.count
      if number == sets.count {
        sets.append(set)
        numbers[set] = number
      }
      instructions.append(.set(number))
    case .assertion(let assertion):
      assertions.formUnion(assertion)
      instructions.append(.assertion(assertion))
    case .sequence(let nodes):
      for node in nodes { emit(node) }
    case .alternation(let nodes):
      var ends: [Int] = []
      for node in nodes.dropLast() {
        let split = reserve()
        emit(node)
        ends.append(reserve())
        instructions[split] = .split(instructions.count)
      }
      if let last = nodes.last { emit(last) }
      for end in ends { instructions[end] = .jump(instructions.count) }
    case .repetition(let node, let least, let most):
      if let most {
        for _ in 0..<least { emit(node) }
        var splits: [Int] = []
        for _ in least..<most {
          splits.append(reserve())
          emit(node)
        }
        for split in splits { instructions[split] = .split(instructions.count) }
      } else {
        for _ in 0..<max(least - 1, 0) { emit(node) }
        emitLoop(node, mayBeSkipped: least == 0)
      }
    }
  }

  /// The node as often as possible; at least once unless it may be skipped.
  private mutating func emitLoop(_ node: ExpressionNode, mayBeSkipped: Bool) {
    let skip = mayBeSkipped ? reserve() : nil
    let start = instructions.count
    emit(node)
    // Another round, or on.
    let round = reserve()
    instructions.append(.jump(start))
    instructions[round] = .split(instructions.count)
    if let skip { instructions[skip] = .split(instructions.count) }
  }

  /// A place for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    instructions.append(.match)
    return instructions.count - 1
  }
}
