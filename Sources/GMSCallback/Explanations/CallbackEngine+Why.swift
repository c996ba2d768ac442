#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCore

extension CallbackEngine {
  /// Why a callback is in its state, what it waits for, until when, and what would happen then.
  ///
  /// - Parameters:
  ///   - id: The callback.
  ///   - now: The instant of the question.
  /// - Returns: The explanation, with ``CallbackExplanation/lines`` for a person and ``CallbackExplanation/json``.
  /// - Throws: `CallbackError` with code `unknownCallback` or `damagedRecord`.
  /// - Complexity: as ``position(of:at:)`` for a callback in line; else O(1).
  public func why(_ id: String, at now: Date) throws -> CallbackExplanation {
    try store.read { reader in
      let callback = try callback(id, for: .view, reader)
      return try CallbackExplanation(
        callback,
        position: position(of: callback, at: now, reader),
        at: now,
        policy: policy(of: callback, reader)
      )
    }
  }
}
