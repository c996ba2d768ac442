/// The instructions at which attempts stand, between two characters.
///
/// It holds the sets of characters that are waited for, in the order in which they were reached; instructions
/// that read no character are followed at once, each at most once.
struct ExpressionPlaces {
  private let program: ExpressionProgram
  /// The instructions that wait for a character.
  private(set) var waiting: [Int] = []
  /// Whether an attempt has come to the end of the expression.
  private(set) var isMatch = false
  /// For each instruction the round in which it was last reached.
  private var reached: [UInt32]
  private var round: UInt32 = 1
  private var pending: [Int] = []

  /// No place in a program.
  init(_ program: ExpressionProgram) {
    self.program = program
    reached = [UInt32](repeating: 0, count: program.instructions.count)
  }

  /// Forgets all places.
  mutating func removeAll() {
    waiting.removeAll(keepingCapacity: true)
    isMatch = false
    round += 1
  }

  /// Adds an instruction and what follows it without a character, where those assertions hold.
  mutating func add(_ instruction: Int, where holding: ExpressionAssertion) {
    pending.append(instruction)
    while let at = pending.popLast() {
      guard reached[at] != round else { continue }
      reached[at] = round
      switch program.instructions[at] {
      case .set: waiting.append(at)
      case .assertion(let assertion):
        if holding.isSuperset(of: assertion) { pending.append(at + 1) }
      case .split(let other):
        pending.append(other)
        pending.append(at + 1)
      case .jump(let target): pending.append(target)
      case .match: isMatch = true
      }
    }
  }
}

extension ExpressionProgram {
  /// Whether the whole text is one that the expression describes.
  ///
  /// - Complexity: O(n · m) for n instructions and m characters.
  func matches(_ text: [UInt32]) -> Bool {
    func holding(_ at: Int) -> ExpressionAssertion {
      assertions.isEmpty ? [] : .holding(in: text, at: at)
    }
    var places = ExpressionPlaces(self)
    var next = places
    places.add(0, where: holding(0))
    for (at, scalar) in text.enumerated() {
      if places.waiting.isEmpty { return false }
      let holding = holding(at + 1)
      next.removeAll()
      for instruction in places.waiting {
        guard case .set(let number) = instructions[instruction], sets[number].contains(scalar) else {
          continue
        }
        next.add(instruction + 1, where: holding)
      }
      swap(&places, &next)
    }
    return places.isMatch
  }
}
