#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// A running service for which an access number can be booked: an instance, or one that others know.
enum AccessHolder {
  case instance(ServiceInstance)
  case other(RunningService)

  var id: String {
    switch self {
    case .instance(let instance): instance.id
    case .other(let service): service.id
    }
  }

  /// How many seconds it will still run; nil when that is not known.
  func secondsLeft(at now: Date) -> Int? {
    switch self {
    case .instance(let instance):
      Int((instance.expires.millisecondsSince1970 - now.millisecondsSince1970) / 1000)
    case .other: nil
    }
  }
}

extension ServiceDesk {
  /// The running service of an id.
  ///
  /// - Throws: `CoreError` with code `unknownInstance`.
  func holder(_ id: String, at now: Date, _ reader: any StoreReader) throws -> AccessHolder {
    if let service = try services.service(id, runningAt: now, reader) { return .other(service) }
    return .instance(try reader.instance(id, at: now))
  }

  /// The running service of an id; nil when it does not run.
  func holder(_ id: String, ifRunningAt now: Date, _ reader: any StoreReader) throws -> AccessHolder? {
    if let service = try services.service(id, runningAt: now, reader) { return .other(service) }
    return try reader.instance(id, ifRunningAt: now).map(AccessHolder.instance)
  }
}
