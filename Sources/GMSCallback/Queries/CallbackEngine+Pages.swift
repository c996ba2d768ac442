#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

extension CallbackEngine {
  /// One page of the callbacks that a filter selects, by desired time, then by id.
  ///
  /// A page is bounded by its size alone: the filter's bound for each service does not count here.
  ///
  /// - Parameters:
  ///   - filter: Which callbacks are asked for.
  ///   - cursor: After which place the page begins; nil for the first page.
  ///   - size: How many callbacks it has at most.
  /// - Returns: The page; its `next` is the cursor of the page that follows.
  /// - Throws: as ``callbacks(_:)``.
  /// - Precondition: `size` is 1 or more.
  /// - Complexity: O(size) in memory where the filter has no condition on properties, and few callbacks have
  ///   the cursor's very time; with conditions, O(n) in the callbacks up to the end of the page.
  public func page(
    _ filter: CallbackFilter = CallbackFilter(),
    after cursor: CallbackCursor? = nil,
    size: Int = CallbackPage.defaultSize
  ) throws -> CallbackPage {
    try store.read { reader in
      var callbacks: [Callback] = []
      let next = try forEachRecord(filter, after: cursor, size: size, reader) { record, callback in
        callbacks.append(try callback ?? Callback(stored: record))
      }
      return CallbackPage(callbacks: callbacks, next: next)
    }
  }

  /// Runs `visit` on the answer about each callback of a page; ``page(_:after:size:)`` says which these are.
  ///
  /// Only what is answered is read: records are not decoded where the filter has no condition on properties.
  ///
  /// - Parameters:
  ///   - filter: Which callbacks are asked for.
  ///   - cursor: After which place the page begins; nil for the first page.
  ///   - size: How many callbacks it has at most.
  ///   - visit: Takes the service of the callback, and the answer as the bytes of JSON text on one line.
  /// - Returns: Where the next page begins; nil when this is the last.
  /// - Throws: as ``callbacks(_:)``, and what `visit` throws.
  /// - Precondition: `size` is 1 or more.
  public func forEachAnswer(
    _ filter: CallbackFilter,
    after cursor: CallbackCursor?,
    size: Int,
    _ visit: (_ service: String, _ answer: [UInt8]) throws -> Void
  ) throws -> CallbackCursor? {
    try store.read { reader in
      var answers = ServiceAnswers(self, reader)
      let next = try forEachRecord(filter, after: cursor, size: size, reader) { record, _ in
        try visit(record.keys.service, answers.text(of: record))
      }
      try answers.checkOthers(filter.services)
      return next
    }
  }

  /// Visits a page of what a filter selects; the callback comes along where it had to be decoded.
  ///
  /// - Returns: Where the next page begins; nil when this is the last.
  private func forEachRecord(
    _ filter: CallbackFilter,
    after cursor: CallbackCursor?,
    size: Int,
    _ reader: any StoreReader,
    _ visit: (StoredRecord, Callback?) throws -> Void
  ) throws -> CallbackCursor? {
    precondition(size >= 1, "A page has 1 callback or more, not \(size).")
    guard let filter = try visible(filter, reader) else { return nil }
    var place = cursor
    var last: CallbackCursor?
    var count = 0
    var hasMore = false
    // What is not selected by the store may have to be skipped, so pages are found in pieces, each a larger
    // one.
    var piece = size < Int.max ? size + 1 : size
    while !hasMore {
      var query = filter.query
      let from = query.from
      query.limit = piece
      if let place, from.map({ $0 <= place.desired }) ?? true {
        query.from = place.desired
        // Those of the very time of the cursor come again, before and after it.
        var same = query
        same.limit = nil
        same.to = min(query.to ?? .distantFuture, place.desired.addingTimeInterval(0.001).onMillisecond)
        let repeated = same.to.map { $0 > place.desired } ?? true ? try reader.count(same) : 0
        query.limit = piece.addingReportingOverflow(repeated).overflow ? nil : piece + repeated
      }
      var seen = 0
      var end = place
      try reader.forEachRecord(query) { record in
        seen += 1
        guard !hasMore else { return }
        let at = CallbackCursor(record)
        if let place, at <= place { return }
        end = at
        let callback = filter.isDecidedByStore ? nil : try Callback(stored: record)
        if let callback, !filter.matches(callback) { return }
        guard count < size else {
          hasMore = true
          return
        }
        count += 1
        last = at
        try visit(record, callback)
      }
      guard let limit = query.limit, seen >= limit else { break }
      place = end
      piece = min(piece, 1 << 14) * 2
    }
    return hasMore ? last : nil
  }
}
