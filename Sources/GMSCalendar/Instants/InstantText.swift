#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The text form of points in time: RFC 3339, answered in UTC with milliseconds as GMS does.
///
/// FoundationEssentials truncates milliseconds when it prints (half of all instants come out 1 ms low) and
/// knows no named zones, so times are printed here from whole milliseconds, rounded.
public enum InstantText {
  /// The instant as `yyyy-MM-dd'T'HH:mm:ss.SSSZ` in UTC, with a literal `Z`.
  ///
  /// An instant outside the years 1…9999 is printed as the nearest one inside.
  public static func print(_ date: Date) -> String {
    let milliseconds = date.millisecondsSince1970
    return String(unsafeUninitializedCapacity: printedLength) { buffer in
      write(milliseconds, to: buffer)
      return printedLength
    }
  }

  /// `yyyy-MM-dd'T'HH:mm:ss` of seconds that count as if the local time were UTC.
  package static func print(localSeconds seconds: Int64) -> String {
    let day = seconds.flooringDivide(86_400)
    let second = Int(seconds - day * 86_400)
    let time =
      "\(Digits.padded(second / 3600, 2)):\(Digits.padded(second / 60 % 60, 2)):\(Digits.padded(second % 60, 2))"
    return "\(CivilDate(daysSince1970: Int(day)))T\(time)"
  }
}
