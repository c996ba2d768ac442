#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// Asks the rules about a request, in the order of ``RequestRule``.
///
/// Each rule either lets the request pass, has nothing to say about it, or throws with the option that set
/// it, the value, and what would be accepted; the rule's stable name is added here. Rules count what the store holds, and keep nothing: a callback
/// that is gone or over no longer counts. Nothing is written while rules are asked.
///
/// Of a change of a SCHEDULED callback are asked: the rules of parameters and numbers, about all that it will
/// have; those of times, where the time is new; those that limit one value, where that value is new. It takes
/// no new place in any count, so the limits of the service are not asked. A COMPLETED callback that is asked
/// for again is a new one.
struct RequestRules {
  let service: ConfiguredService
  let limits: RequestLimits
  let reader: any StoreReader
  let zones: ZoneDatabase
  let now: Date
  /// Whether counts are to be exact, because somebody reads them; else counting ends where the answer is
  /// certain.
  private(set) var explains = false
  private var kept: ServiceSchedule?

  /// The rules of a service.
  ///
  /// - Throws: `CoreError` with code `invalidOption` for an option of the service that does not read.
  init(_ service: ConfiguredService, _ reader: any StoreReader, zones: ZoneDatabase, now: Date)
    throws(CoreError)
  {
    self.service = service
    limits = try service.derived { service throws(CoreError) in try RequestLimits(service) }
    self.reader = reader
    self.zones = zones
    self.now = now.onMillisecond
  }

  /// Asks every rule.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - trail: Gets an entry for each rule, also when one refuses; nil when nobody will read it.
  /// - Throws: `CallbackError` of the first rule that refuses; `CoreError` and `CalendarError` about a
  ///   configuration that cannot be used.
  mutating func check(_ request: JudgedRequest, explaining trail: inout RuleTrail?) throws {
    guard trail != nil else {
      for rule in RequestRule.inOrder { _ = try ask(rule, request) }
      return
    }
    explains = true
    var refusing: (rule: RequestRule, error: CallbackError)?
    for rule in RequestRule.inOrder {
      if let refusing {
        trail?.append(entry(rule, .notAsked(.refused(by: refusing.rule))))
        continue
      }
      do {
        let verdict = try ask(rule, request)
        trail?.append(entry(rule, verdict))
      } catch let error as CallbackError {
        trail?.append(entry(rule, refusedBy: error))
        trail?.end(with: error)
        refusing = (rule, error)
      }
    }
    if let refusing { throw refusing.error }
  }

  /// Asks one rule; its refusal carries its stable name.
  private mutating func ask(_ rule: RequestRule, _ request: JudgedRequest) throws -> RuleVerdict {
    do {
      return try verdict(of: rule, request)
    } catch let error as CallbackError where error.category != .unusableStore {
      // A record that cannot be read is not the request's fault, and no refusal.
      throw error.refused(by: rule)
    }
  }

  private mutating func verdict(of rule: RequestRule, _ request: JudgedRequest) throws -> RuleVerdict {
    switch rule {
    case .parameters: try checkParameters(request)
    case .mandatoryKeys: try checkMandatoryKeys(request)
    case .possibleNumber: try checkPossibleNumber(request)
    case .premiumNumber: try checkPremiumNumber(request)
    case .numberExceptions: try checkExceptions(request)
    case .virtualQueue: try checkVirtualQueue(request)
    case .notPast: try checkNotPast(request)
    case .notTooFar: try checkNotTooFar(request)
    case .inQueue: try checkInQueue(request)
    case .maxQueued: try checkMaxQueued(request)
    case .throttle1: try checkThrottle(limits.throttles[0], request)
    case .throttle2: try checkThrottle(limits.throttles[1], request)
    case .throttledValues: try checkThrottledValues(request)
    case .officeHours: try checkOfficeHours(request)
    case .capacity: try checkCapacity(request)
    case .openNow: try checkOpenNow(request)
    }
  }

  /// The service's calendar, which two rules need.
  mutating func schedule() throws -> ServiceSchedule {
    if let kept { return kept }
    let made = try ServiceSchedule(service, reader, zones: zones)
    kept = made
    return made
  }
}
