#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// What a rule found when it let a request pass.
enum RuleFinding {
  case nothing
  case parameters(count: Int, bytes: Int)
  case digits(Int)
  case given(Int)
  case inQueue(Int)
  case requests(Int, seconds: Int)
  case perValue([(parameter: String, count: Int)])
  case time(Date)
  case untilClosing
  case booked(Int)

  /// The finding in words; nil for nothing.
  var words: String? {
    switch self {
    case .nothing: nil
    case .parameters(let count, let bytes):
      "\(count) parameter\(count == 1 ? "" : "s"), \(bytes) bytes in all"
    case .digits(let count): "\(count) digit\(count == 1 ? "" : "s")"
    case .given(let count): count == 1 ? "it was given" : "all \(count) were given"
    case .inQueue(let count): "\(count) in queue"
    case .requests(let count, let seconds):
      "\(count) request\(count == 1 ? "" : "s") in \(seconds) seconds"
    case .perValue(let counts):
      counts.map { "\($0.parameter): \($0.count) in 24 hours" }.joined(separator: ", ")
    case .time(let time): InstantText.print(time)
    case .untilClosing: "the office is open"
    case .booked(let count): "\(count) booked in the slot"
    }
  }
}
