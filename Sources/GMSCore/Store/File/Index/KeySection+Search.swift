extension KeySection {
  /// The first of some places whose key is at or above another; the end of the places where there is none.
  ///
  /// The keys must ascend over these places. The next page to look at is guessed from the keys on both sides,
  /// as one opens a telephone book; where guesses help little, every other page is the middle one, so that no
  /// distribution of keys costs more than twice a search by halves.
  ///
  /// `areKeysSpread` says that the keys are hashes, spread over all numbers: their ends need not be looked
  /// at.
  ///
  /// - Complexity: one or two pages for spread keys, else O(log n) pages.
  func firstPlace(
    atOrAbove key: UInt64,
    in places: Range<Int>,
    areKeysSpread: Bool = false
  ) throws(IndexDamage) -> Int {
    var search = Search(low: places.lowerBound, high: places.upperBound, areKeysSpread: areKeysSpread)
    while search.low < search.high {
      let page = search.guess(key, perPage: perPage) / perPage
      let start = page * perPage
      let here = max(search.low, start)..<min(search.high, start + perPage)
      let bytes = try pages.page(firstPage + page)
      let place = bytes.withUnsafeBytes { bytes -> Int? in
        func keyAt(_ place: Int) -> UInt64 { shape.item(bytes, at: (place - start) * shape.size).key }
        let (first, last) = (keyAt(here.lowerBound), keyAt(here.upperBound - 1))
        if key <= first {
          search.lower(to: here.lowerBound, first)
        } else if key > last {
          search.raise(to: here.upperBound, last)
        } else {
          return Self.firstPlace(in: here) { keyAt($0) >= key }
        }
        return nil
      }
      if let place { return place }
    }
    return search.low
  }

  /// The first of some places for which a condition holds that holds for all places after it, too.
  static func firstPlace(in places: Range<Int>, where condition: (Int) -> Bool) -> Int {
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What a search knows: the place it is after is in `low...high`.
  private struct Search {
    var low: Int
    var high: Int
    /// The key before `low`, where it is known.
    private var lowKey: UInt64?
    /// The key at `high`, where it is known.
    private var highKey: UInt64?
    private var steps = 0

    init(low: Int, high: Int, areKeysSpread: Bool) {
      self.low = low
      self.high = high
      lowKey = areKeysSpread ? 0 : nil
      highKey = areKeysSpread ? .max : nil
    }

    /// A place in `low..<high` to look at next.
    mutating func guess(_ key: UInt64, perPage: Int) -> Int {
      guard low / perPage != (high - 1) / perPage else { return low }
      guard let lowKey else { return low }
      guard let highKey else { return high - 1 }
      steps += 1
      if steps > 3, steps.isMultiple(of: 2) || lowKey >= highKey { return low + (high - low) / 2 }
      guard lowKey < key, key <= highKey else { return key <= lowKey ? low : high - 1 }
      let part = Double(key - lowKey) / Double(highKey - lowKey)
      return min(high - 1, low + Int(part * Double(high - low)))
    }

    mutating func lower(to place: Int, _ key: UInt64) { (high, highKey) = (place, key) }

    mutating func raise(to place: Int, _ key: UInt64) { (low, lowKey) = (place, key) }
  }
}
