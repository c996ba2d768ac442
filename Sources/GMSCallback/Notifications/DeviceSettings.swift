#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// What a service's options say about messages to the customer's device.
struct DeviceSettings {
  /// Whether the access number comes with a code (`_provide_code`).
  var providesCode = false
  /// Whether the push service's test certificates are meant (`_use_debug_push_certificate`).
  var isDebug = false
  /// How often a push is tried (`_max_notify_delivery_attempts`).
  var maxAttempts = 3

  /// The settings of a callback's service; those of a service that sets no option, where it is gone or does not read.
  init(of callback: Callback, _ engine: CallbackEngine, _ reader: any StoreReader) throws {
    guard try reader.service(callback.service) != nil else { return }
    let configured = try engine.service(callback.service, reader)
    guard let service = try? engine.service(configured, for: Options(callback.properties)) else { return }
    providesCode = try service.boolean("_provide_code")
    isDebug = try service.boolean("_use_debug_push_certificate")
    maxAttempts = try service.integer("_max_notify_delivery_attempts")
  }

  /// The device that the request named by `_device_notification_id` and `_device_os`; nil when one of them is missing.
  func address(of callback: Callback) -> NotificationAddress? {
    guard let id = callback.properties["_device_notification_id"], !id.isEmpty,
      let system = callback.properties["_device_os"], !system.isEmpty
    else { return nil }
    return NotificationAddress(.device, target: id, provider: system, isDebug: isDebug)
  }
}

extension Callback {
  /// When a message that is made at an instant is thrown away: with the callback's life, but not before a day.
  func endOfMessages(madeAt now: Date) -> Date {
    max(expiration, now.adding(seconds: CallbackNotification.lifetime))
  }
}
