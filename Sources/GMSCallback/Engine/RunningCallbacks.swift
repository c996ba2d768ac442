#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// The callbacks that are not completed, for a desk: they too can get an access number.
struct RunningCallbacks: RunningServices {
  func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) throws -> RunningService? {
    guard let record = try reader.record(.callback, id),
      record.keys.state != CallbackState.Name.completed.rawValue
    else { return nil }
    return RunningService(id: id, userData: Options(try Callback(stored: record).userData))
  }
}
