#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// The rules about how many requests come in a stretch of time.
///
/// A request counts by the record that it made, for as long as the store keeps that; refused ones made none.
/// So does a COMPLETED callback that was asked for again, whose new record counts anew. What is dated later
/// than now, because a clock was put back, counts too.
extension RequestRules {
  /// `_throttle_callbacks_per_service_1` and `_2`.
  ///
  /// GMS does not document for which requests they are: here for all that make a new callback.
  ///
  /// - Complexity: O(log n) while all services together were asked for less than the limit, else O(k) in the
  ///   requests of the stretch; none is decoded.
  func checkThrottle(_ throttle: RequestThrottle, _ request: JudgedRequest) throws -> RuleVerdict {
    guard request.changed == nil else { return .notAsked(.change) }
    var query = RecordQuery(.callback, createdFrom: start(of: throttle), order: .created)
    if !explains, try reader.count(query) < throttle.limit { return .passes(.nothing) }
    query.services = limits.services
    let count = try reader.count(query)
    guard count >= throttle.limit else { return .passes(.requests(count, seconds: throttle.seconds)) }
    throw CallbackError.throttled(
      limits.service,
      found: count,
      by: throttle,
      nextFrom: try nextFrom(query, count, throttle)
    )
  }

  /// `_throttle_request_parameters`: how many requests may bring the same value of a parameter in a day.
  ///
  /// A day is 24 hours back from now, so that no midnight of any zone opens the gates. Every request counts,
  /// those for a desired time too: otherwise one number could take all slots. GMS does not document what
  /// counts but by an example of requests for at once. Numbers are compared without punctuation, other values
  /// byte by byte; each service counts its own.
  ///
  /// - Complexity: `_customer_number` O(k) in the callbacks of the number, none of which is decoded. Any
  ///   other parameter O(d) in the requests to the service in that day, whose text is searched, and decoded
  ///   only where the value stands in it; `_throttle_callbacks_per_service_2` bounds d to 24 times its limit.
  func checkThrottledValues(_ request: JudgedRequest) throws -> RuleVerdict {
    guard !limits.throttledParameters.isEmpty else { return .notAsked(.notSet) }
    var counts: [(parameter: String, count: Int)] = []
    var isUnchanged = false
    for parameter in limits.throttledParameters {
      guard request.isNew(parameter) else {
        isUnchanged = true
        continue
      }
      if parameter == Callback.numberKey {
        guard let customer = request.customer else { continue }
        counts.append((parameter, try count(ofCustomer: customer)))
      } else {
        guard let value = request.parameters[parameter], !value.isEmpty else { continue }
        counts.append((parameter, try count(of: parameter, value)))
      }
    }
    guard counts.isEmpty else { return .passes(.perValue(counts)) }
    return .notAsked(isUnchanged ? .unchanged : .noValue)
  }

  private func count(ofCustomer customer: String) throws -> Int {
    let query = RecordQuery(
      .callback,
      services: limits.services,
      customer: customer,
      createdFrom: start(of: limits.perValue),
      order: .created
    )
    let count = try reader.count(query)
    guard count >= limits.perValue.limit else { return count }
    throw CallbackError.throttled(
      valueOf: Callback.numberKey,
      found: count,
      by: limits.perValue,
      nextFrom: try nextFrom(query, count, limits.perValue)
    )
  }

  private func count(of parameter: String, _ value: String) throws -> Int {
    let search = TextSearch(prefixOf: RequestRules.member(parameter, value))
    var made: [Date] = []
    let query = RecordQuery(
      .callback,
      services: limits.services,
      createdFrom: start(of: limits.perValue),
      order: .created
    )
    try reader.forEachRecord(query) { record in
      if let callback = record.callback {
        if Callback.isSame(callback.properties[parameter], value) { made.append(record.keys.created) }
        return
      }
      var body = record.body
      // The member can stand elsewhere in a record, so a record in which it stands is read.
      guard body.withUTF8({ search.end(in: $0, from: 0) }) != nil else { return }
      guard try Callback.isSame(Callback(stored: record).properties[parameter], value) else { return }
      made.append(record.keys.created)
    }
    guard made.count >= limits.perValue.limit else { return made.count }
    throw CallbackError.throttled(
      valueOf: parameter,
      found: made.count,
      by: limits.perValue,
      nextFrom: limits.perValue.limit == 0
        ? nil : end(of: limits.perValue, from: made[made.count - limits.perValue.limit])
    )
  }

  /// How a property stands in the text of a record.
  private static func member(_ name: String, _ value: String) -> [UInt8] {
    let object = JSONWriter.compact(.object([.init(name, .string(value))]))
    return Array(object.utf8.dropFirst().dropLast())
  }

  /// The first instant that counts.
  private func start(of throttle: RequestThrottle) -> Date {
    end(of: throttle, from: now, -1).adding(milliseconds: 1)
  }

  /// When the next request is taken: when the last one that is too many is exactly so long ago.
  ///
  /// - Returns: nil for a limit of 0, which takes none.
  private func nextFrom(_ query: RecordQuery, _ count: Int, _ throttle: RequestThrottle) throws -> Date? {
    guard throttle.limit > 0 else { return nil }
    var query = query
    query.limit = count - throttle.limit + 1
    return try reader.records(query).last.map { end(of: throttle, from: $0.keys.created) }
  }

  private func end(of throttle: RequestThrottle, from instant: Date, _ direction: Int = 1) -> Date {
    instant.adding(seconds: direction * throttle.seconds)
  }
}
