import GMSCore

/// Random numbers of the shapes that a simulation draws.
///
/// Everything is computed from the standard library's exact operations, so a seed gives the same numbers on every
/// platform; the C library's logarithm may differ in its last bit.
extension SplitMix64 {
  /// A number from 0 up to, but not, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of a range, all equally likely.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// A number that is exponentially distributed.
  mutating func exponential(mean: Double) -> Double { -mean * (1 - unit()).naturalLogarithm }

  /// A number that is normally distributed, with mean 0 and deviation 1 (Marsaglia's polar method).
  mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      return x * (-2 * square.naturalLogarithm / square).squareRoot()
    }
  }
}

extension Double {
  private static let ln2 = 0.693_147_180_559_945_3

  /// The natural logarithm of a number above 0.
  var naturalLogarithm: Double {
    // x = 2ᵉ·m with m around 1, and ln m as the series of artanh, whose 12 terms are exact to the last bits.
    var (power, rest) = (Double(exponent), significand)
    if rest > 1.414_213_562_373_095 {
      rest /= 2
      power += 1
    }
    let ratio = (rest - 1) / (rest + 1)
    let square = ratio * ratio
    var (term, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, through: 23, by: 2) {
      sum += term / odd
      term *= square
    }
    return power * Double.ln2 + 2 * sum
  }

  /// e to the power of this number, for numbers of at most some hundreds.
  var exponential: Double {
    let power = (self / Double.ln2).rounded()
    let rest = self - power * Double.ln2
    var (term, sum) = (1.0, 1.0)
    for count in stride(from: 1.0, through: 18, by: 1) {
      term *= rest / count
      sum += term
    }
    return Double(sign: .plus, exponent: Int(power), significand: 1) * sum
  }
}
