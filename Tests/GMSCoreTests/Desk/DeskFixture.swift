import Foundation
import GMSCore
import GMSTestSupport

/// A desk on a store in memory, with one service of each template that needs no access numbers.
struct DeskFixture {
  let store: MemoryStore
  let desk: ServiceDesk

  /// Monday 2025-01-06, 09:00 in New York.
  static let now = instant("2025-01-06T14:00:00Z")

  static let services: [String: Options] = [
    "LoadBalancer-checker": [
      "_type": "builtin", "_service": "get", "custom_parameter_1": "value1", "custom_parameter_2": "value2",
      "_my_custom_key": "hidden",
    ],
    "basic_get": ["_type": "builtin", "_service": "basic_get", "result": "200", "error_code": "200 OK"],
    "my-urs-stat": [
      "_type": "builtin", "_service": "urs-stat", "_caching_policy": "30",
      "_urs_url": "http://urs-demo:2828/urs/call/max/lvq",
      "_urs_stat_url_parameters": "name=MyCallbackVQ&tenant=Environment&aqt=urs",
    ],
    "request-chat": ["_type": "builtin", "_service": "request-chat"],
    "Office": [
      "_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
      "_bh_regular1": "Mon-Fri 09:00-17:30",
    ],
    "Places": [
      "_type": "builtin", "_service": "capacity", "_timezone": "America/New_York",
      "_capacity_1": #"{"1":{"0900":5,"1000":7}}"#,
    ],
    "support": ["_type": "ors", "_service": "callback", "_business_hours_service": "Office"],
    "sample": ["_type": "builtin", "_service": "samples"],
  ]

  init(
    _ changes: [String: Options] = [:],
    statistics: any StatisticsProvider = IdleStatistics(),
    chat: any ChatTransport = AcceptingChatTransport()
  ) {
    var services = DeskFixture.services
    for (name, options) in changes {
      services[name] = Options((services[name] ?? [:]).dictionary.merging(options.dictionary) { $1 })
    }
    store = MemoryStore(configuration: Configuration(services: services))
    desk = ServiceDesk(store: store, statistics: statistics, chat: chat)
  }

  static func context(_ seconds: Double = 0, node: Int = 1, dryRun: Bool = false) -> RequestContext {
    RequestContext(
      now: now.addingTimeInterval(seconds),
      randomness: .seed(1),
      node: node,
      command: "test",
      isDryRun: dryRun
    )
  }

  /// The status and the body as one line.
  func answer(_ service: String, _ parameters: Options = [:], _ context: RequestContext = context()) throws
    -> String
  {
    let response = try desk.request(service, parameters, context)
    return "\(response.status) \(JSONWriter.compact(response.body))"
  }

  /// How many transactions the store has committed.
  var sequence: Int { (try? store.read { $0.sequence }) ?? -1 }
}
