#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Node {
  /// The node of that number, as a store knows it: ONLINE where nobody has said anything about it.
  ///
  /// - Throws: `CoreError` with code `damagedRecord`.
  /// - Complexity: one record is read.
  package init(_ number: Int, in reader: any StoreReader) throws {
    guard let record = try reader.record(.node, String(number)) else {
      self.init(number)
      return
    }
    try self.init(stored: record)
  }

  /// Refuses a request that a node which is SHUTDOWN would take.
  ///
  /// - Throws: `CoreError` with code `nodeShutDown`.
  package static func requireRunning(_ number: Int, _ reader: any StoreReader) throws {
    let node = try Node(number, in: reader)
    switch node.status {
    case .online, .offline: return
    case .shutdown:
      throw CoreError(.nodeShutDown, [.init("node", .integer(Int64(number)))])
    }
  }

  /// Renews the sign of life of a node that a store knows, when the last one is ``renewalInterval`` old.
  ///
  /// The driver calls this. A store whose nodes nobody has ever set keeps no sign of life, so it is not written by a
  /// driver that finds nothing to do.
  package static func renew(_ context: RequestContext, _ writer: any StoreWriter) throws {
    var node = try Node(context.node, in: writer)
    guard let lastSeen = node.lastSeen,
      context.now.timeIntervalSince(lastSeen) >= Double(renewalInterval)
    else { return }
    node.see(at: context.now)
    if let record = node.stored { try writer.put(record) }
  }
}
