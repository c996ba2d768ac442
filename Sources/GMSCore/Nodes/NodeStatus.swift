/// What a node does with requests.
public enum NodeStatus: String, CaseIterable, Sendable {
  /// It takes requests.
  case online = "ONLINE"
  /// It takes requests, and `get` tells the load balancer to send no more.
  case offline = "OFFLINE"
  /// It is down: no request is taken.
  ///
  /// GMS's own process ends then, so nobody answers. Here the store outlives it, and whoever acts as that node is
  /// refused with 503: requests for services, new callbacks and their rescheduling. What runs already goes on, as
  /// another node would carry it on: events, cancelling, the driver.
  case shutdown = "SHUTDOWN"
}
