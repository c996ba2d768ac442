import GMSCore

/// When people come: a Poisson stream whose rate changes with the time of day.
struct ArrivalStream {
  private let spans: [(start: Int64, end: Int64, perHour: Double)]
  private var generator: SplitMix64
  private var span = 0
  private var time: Double

  init(_ spans: [(start: Int64, end: Int64, perHour: Double)], seed: UInt64) {
    self.spans = spans
    generator = SplitMix64(seed: seed)
    time = Double(spans.first?.start ?? 0)
  }

  /// When the next one comes, in milliseconds since 1970; nil when nobody comes any more.
  mutating func next() -> Int64? {
    while span < spans.count {
      time += generator.exponential(mean: 3_600_000 / spans[span].perHour)
      if time < Double(spans[span].end) { return Int64(time) }
      // The stream has no memory, so each stretch may begin anew.
      span += 1
      if span < spans.count { time = Double(spans[span].start) }
    }
    return nil
  }
}
