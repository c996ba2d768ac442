/// A rule that a request for a callback is asked about.
///
/// The cases stand in the order in which they are asked, and the first that refuses ends it. What is wrong
/// with the request itself comes first. Then come the limits, which are counts; the calendars, which cost the
/// most, are last, so that a flood of requests is turned away without them. GMS does not document an order.
public enum RequestRule: String, CaseIterable, Sendable {
  /// Names and sizes of the parameters, see ``RequestSize``; names that only the engine may set.
  case parameters
  /// `_mandatory_customer_lookup_keys`: parameters that every request must bring.
  case mandatoryKeys = "mandatory-keys"
  /// `_disallow_impossible_phone_numbers`: the number must be one that somebody can have.
  case possibleNumber = "possible-number"
  /// `_disallow_premium_phone_numbers`: the number must not be known to be premium in `_default_country`.
  case premiumNumber = "premium-number"
  /// `_exceptions`: the number must match no pattern of that group.
  case numberExceptions = "number-exceptions"
  /// `_urs_virtual_queue`: set by the service or by the request, not by both.
  case virtualQueue = "virtual-queue"
  /// The desired time must not be over.
  case notPast = "not-past"
  /// `_reject_future_desired_time`: the desired time must not lie further ahead.
  case notTooFar = "not-too-far"
  /// `_enable_in_queue_checking`: how many callbacks in queue one number may have in the service.
  case inQueue = "in-queue"
  /// `_max_queued_callbacks_per_service`: how many the queue of the service takes; for requests for at once.
  case maxQueued = "max-queued"
  /// `_throttle_callbacks_per_service_1`: requests to the service in 300 seconds.
  case throttle1 = "throttle-1"
  /// `_throttle_callbacks_per_service_2`: requests to the service in 3600 seconds.
  case throttle2 = "throttle-2"
  /// `_throttle_request_parameters` and its limit: requests with the same value in 24 hours.
  case throttledValues = "throttled-values"
  /// `_business_hours_service`: the slot of the desired time must begin in office hours.
  case officeHours = "office-hours"
  /// `_capacity_service` or `_max_request_by_time_bucket`: the slot of the desired time must have a place
  /// left.
  case capacity
  /// `_enable_reject_out_of_office_hours`: whether a request for at once is taken while the office is closed.
  case openNow = "open-now"

  /// All rules in the order in which they are asked.
  static let inOrder = allCases
}
