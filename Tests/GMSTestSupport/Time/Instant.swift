public import Foundation

/// A UTC instant for tests, from `yyyy-MM-dd'T'HH:mm:ssZ` or `yyyy-MM-dd'T'HH:mmZ`.
///
/// It reads with plain arithmetic on Foundation's calendar-free epoch, so that it shares no code with what is
/// tested.
public func instant(_ text: String) -> Date {
  let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
  precondition(numbers.count >= 5 && text.hasSuffix("Z"), "not a test instant: '\(text)'")
  var days = 0
  for year in min(1970, numbers[0])..<max(1970, numbers[0]) {
    let length = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
    days += numbers[0] >= 1970 ? length : -length
  }
  let leap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
  let months = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  days += months.prefix(numbers[1] - 1).reduce(0, +) + numbers[2] - 1
  let second = numbers.count > 5 ? numbers[5] : 0
  return Date(timeIntervalSince1970: Double(days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + second))
}

/// A half-open range of UTC instants, written `start/end`.
public func span(_ text: String) -> Range<Date> {
  let ends = text.split(separator: "/").map(String.init)
  precondition(ends.count == 2, "not a test span: '\(text)'")
  return instant(ends[0])..<instant(ends[1])
}

/// A span as tests write it, for readable failures.
public func text(_ range: Range<Date>) -> String {
  "\(text(range.lowerBound))/\(text(range.upperBound))"
}

/// An instant as tests write it.
public func text(_ date: Date) -> String {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
  let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
  func two(_ value: Int?) -> String { String(format: "%02d", value ?? -1) }
  let time = "\(two(parts.hour)):\(two(parts.minute))" + (parts.second == 0 ? "" : ":\(two(parts.second))")
  return String(format: "%04d", parts.year ?? -1) + "-\(two(parts.month))-\(two(parts.day))T\(time)Z"
}
