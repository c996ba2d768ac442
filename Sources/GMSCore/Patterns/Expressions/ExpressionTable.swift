/// An expression as a table: for each state and kind of character the next state.
///
/// It costs a look-up a character where the program costs a step for each attempt. Most expressions have a
/// small table; one that has not, or that asks for words or for lines within the text, is run as a program.
struct ExpressionTable: Sendable {
  /// The most states of a table.
  private static let statesLimit = 64
  /// The most kinds of characters, which are told apart by a bit for each set.
  private static let setsLimit = 64
  /// The most instructions of a program that gets a table, and the most steps of making it.
  private static let instructionsLimit = 500
  private static let workLimit = 20_000

  /// The state from which nothing matches.
  private static let dead: UInt8 = 0
  private static let start = 1

  /// The kind of each ASCII character.
  private var asciiKinds: [UInt8] = []
  /// Where the kinds of other characters begin, ascending, and those kinds.
  private var bounds: [UInt32] = []
  private var kinds: [UInt8] = []
  private var kindCount = 0
  /// The next state for a state and a kind, state by state.
  private var next: [UInt8] = []
  /// Whether the expression has matched when the text ends in that state.
  private var accepts: [Bool] = []
  /// Whether a line terminator at the end of the text asks for more care than a table has.
  let mindsLastLine: Bool

  /// The table of a program; nil when it has none of bearable size.
  init?(_ program: ExpressionProgram) {
    guard program.assertions.isSubset(of: [.textStart, .textEnd, .lastLineEnd]),
      program.sets.count <= ExpressionTable.setsLimit,
      program.instructions.count <= ExpressionTable.instructionsLimit
    else { return nil }
    mindsLastLine = program.assertions.contains(.lastLineEnd)
    let members = divide(program.sets)
    guard members.count < Int(UInt8.max) else { return nil }
    guard fill(program, members) else { return nil }
  }

  /// Divides the characters into kinds that no set tells apart, and answers the sets of each kind as bits.
  private mutating func divide(_ sets: [ScalarSet]) -> [UInt64] {
    var starts: Set<UInt32> = [0]
    for range in sets.flatMap(\.ranges) {
      starts.insert(range.lowerBound)
      starts.insert(range.upperBound + 1)
    }
    var numbers: [UInt64: UInt8] = [:]
    var members: [UInt64] = []
    for start in starts.sorted() where start <= ScalarSet.last {
      var bits: UInt64 = 0
      for (number, set) in sets.enumerated() where set.contains(start) { bits |= 1 << number }
      let kind = numbers[bits] ?? UInt8(clamping: members.count)
      if numbers.updateValue(kind, forKey: bits) == nil { members.append(bits) }
      bounds.append(start)
      kinds.append(kind)
    }
    kindCount = members.count
    asciiKinds = (0..<128).map { kind(of: $0) }
    return members
  }

  /// Makes the states; false when there are too many.
  private mutating func fill(_ program: ExpressionProgram, _ members: [UInt64]) -> Bool {
    // A state is where attempts stand before what needs no character; only the start is at the text's start.
    var states: [[Int]] = [[], [0]]
    var numbers: [[Int]: Int] = [[]: 0]
    var places = ExpressionPlaces(program)
    var work = 0
    next = [UInt8](repeating: ExpressionTable.dead, count: kindCount)
    accepts = [false]
    var state = ExpressionTable.start
    while state < states.count {
      let holding: ExpressionAssertion = state == ExpressionTable.start ? .textStart : []
      places.removeAll()
      for place in states[state] { places.add(place, where: holding.union([.textEnd, .lastLineEnd])) }
      accepts.append(places.isMatch)
      places.removeAll()
      for place in states[state] { places.add(place, where: holding) }
      for bits in members {
        work += places.waiting.count + 1
        var following: [Int] = []
        for place in places.waiting {
          guard case .set(let number) = program.instructions[place], bits >> number & 1 == 1 else { continue }
          following.append(place + 1)
        }
        following.sort()
        let number = numbers[following] ?? states.count
        if number == states.count {
          guard number < ExpressionTable.statesLimit else { return false }
          states.append(following)
          numbers[following] = number
        }
        next.append(UInt8(number))
      }
      guard work <= ExpressionTable.workLimit else { return false }
      state += 1
    }
    return true
  }

  private func kind(of scalar: UInt32) -> UInt8 {
    var (from, to) = (0, bounds.count)
    while to - from > 1 {
      let middle = (from + to) / 2
      if bounds[middle] <= scalar { from = middle } else { to = middle }
    }
    return kinds[from]
  }

  /// Whether the whole text is one that the expression describes; not for text that ends in a line terminator
  /// when the table ``mindsLastLine``.
  ///
  /// - Complexity: O(m) for m ASCII characters; each other one costs a search among the kinds.
  func matches(_ text: String) -> Bool {
    var state = ExpressionTable.start
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let kind = value < 128 ? asciiKinds[Int(value)] : kind(of: value)
      state = Int(next[state * kindCount + Int(kind)])
      if state == ExpressionTable.dead { return false }
    }
    return accepts[state]
  }
}
