import GMSCore

/// How long customer and agent talk, wrap-up included.
public struct HandlingTime: Hashable, Sendable {
  /// The shape of the distribution.
  public enum Distribution: String, CaseIterable, Sendable {
    /// All conversations last the same.
    case constant
    /// Most are short, a few are very long: what Erlang's formulas assume.
    case exponential
    /// As measured in call centres: few very short ones, a long tail; the deviation is 0.7 of the mean.
    case logNormal = "log-normal"
  }

  /// The mean, in seconds.
  public var seconds: Double
  /// The shape.
  public var distribution: Distribution

  /// A time from its mean, in seconds, and its shape.
  public init(seconds: Double, distribution: Distribution = .logNormal) {
    self.seconds = seconds
    self.distribution = distribution
  }

  /// The deviation of log-normal times, as a share of the mean.
  static let variation = 0.7

  func sample(_ generator: inout SplitMix64) -> Double {
    switch distribution {
    case .constant: return seconds
    case .exponential: return generator.exponential(mean: seconds)
    case .logNormal:
      let variance = (1 + HandlingTime.variation * HandlingTime.variation).naturalLogarithm
      return seconds * (variance.squareRoot() * generator.normal() - variance / 2).exponential
    }
  }
}
