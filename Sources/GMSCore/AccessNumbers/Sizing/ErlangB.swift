/// How often a request finds all numbers taken, by Erlang's loss formula.
///
/// It holds for requests that come by chance (a Poisson stream), are refused when nothing is free, and do not come
/// back; how long each holds its number does not matter, only the mean. The load is in erlangs: requests an hour
/// times the hours that each holds its number.
public enum ErlangB {
  /// The probability that a request finds all numbers taken.
  ///
  /// - Parameters:
  ///   - load: erlangs, 0 or more and finite.
  ///   - numbers: how many numbers there are, 0 or more; with none every request is refused.
  /// - Returns: 0…1; a probability below the smallest number of a `Double` is 0.
  /// - Complexity: O(n); nothing overflows, however many numbers there are.
  public static func blocking(load: Double, numbers: Int) -> Double {
    precondition(load >= 0 && load.isFinite, "A load is a number of erlangs, 0 or more.")
    precondition(numbers >= 0, "A pool has no fewer than no numbers.")
    // By one number at a time: each step is an average of probabilities, so no factorial is ever formed.
    var blocking = 1.0
    for number in stride(from: 1, through: numbers, by: 1) {
      let offered = load * blocking
      blocking = offered / (Double(number) + offered)
      if blocking == 0 { return 0 }
    }
    return blocking
  }

  /// The fewest numbers with which at most so many requests are refused.
  ///
  /// - Parameters:
  ///   - load: erlangs, 0 or more, and no more than ``largestLoad``.
  ///   - target: the share of requests that may be refused, above 0 and up to 1.
  /// - Returns: how many numbers are needed; none when every request may be refused.
  /// - Complexity: O(n) in the answer, which is little more than the load.
  public static func numbers(load: Double, blocking target: Double) -> Int {
    precondition(load >= 0 && load <= largestLoad, "A load is a number of erlangs, 0 to \(largestLoad).")
    precondition(target > 0 && target <= 1, "A probability of blocking is above 0 and at most 1.")
    var blocking = 1.0
    var numbers = 0
    while blocking > target {
      numbers += 1
      let offered = load * blocking
      blocking = offered / (Double(numbers) + offered)
    }
    return numbers
  }

  /// The largest load with which at most so many requests are refused, in erlangs.
  ///
  /// - Parameters:
  ///   - numbers: how many numbers there are.
  ///   - target: the share of requests that may be refused, above 0 and below 1.
  /// - Returns: the load, to twelve digits.
  /// - Complexity: O(n).
  public static func load(numbers: Int, blocking target: Double) -> Double {
    precondition(target > 0 && target < 1, "A probability of blocking is above 0 and below 1 here.")
    guard numbers > 0 else { return 0 }
    // What is carried is at most one erlang a number, and of the load at least 1 - target is carried.
    var (low, high) = (0.0, Double(numbers) / (1 - target))
    for _ in 0..<64 {
      let middle = low + (high - low) / 2
      if blocking(load: middle, numbers: numbers) > target { high = middle } else { low = middle }
    }
    return low
  }

  /// The largest load for which numbers are found, in erlangs; counting so far takes some hundredths of a second.
  public static let largestLoad = 1e7

  /// The load that is carried: what is offered without what is refused.
  public static func carried(load: Double, numbers: Int) -> Double {
    load * (1 - blocking(load: load, numbers: numbers))
  }
}
