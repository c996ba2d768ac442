/// Where random numbers and ids come from.
public enum Randomness: Hashable, Sendable {
  /// The system's generator.
  case system
  /// A generator of a seed: the same numbers for the same seed and state of the store.
  case seed(UInt64)

  /// The generator for a transaction.
  ///
  /// - Parameter sequence: how many transactions the store has committed; it is mixed in, so that two commands
  ///   with one seed do not make the same ids.
  /// - Returns: A generator.
  public func generator(sequence: Int) -> any RandomNumberGenerator & Sendable {
    switch self {
    case .system: SystemRandomNumberGenerator()
    case .seed(let seed):
      SplitMix64(seed: seed ^ (UInt64(bitPattern: Int64(sequence)) &* 0xD6E8_FEB8_6659_FD93))
    }
  }
}
