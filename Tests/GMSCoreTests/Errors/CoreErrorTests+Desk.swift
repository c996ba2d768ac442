import GMSCore

/// The errors about requests, nodes, statistics and chat.
extension CoreErrorTests {
  static let deskCases: [Case] = [
    Case(
      .missingParameter,
      texts(["service": "stat", "parameter": "name", "accepted": "a queue"]),
      exception: "ServiceException",
      "the parameter 'name' of service 'stat' is missing; give a queue"
    ),
    Case(
      .invalidParameter,
      texts([
        "service": "chat", "parameter": "notify_by", "value": "comets", "accepted": "poll or comet",
        "suggestion": "comet",
      ]),
      exception: "ServiceException",
      "'comets' cannot be the parameter 'notify_by' of service 'chat'; give poll or comet; did you mean 'comet'?"
    ),
    Case(
      .invalidParameter,
      texts(["service": "Office", "parameter": "start", "value": "soon", "reason": "'soon' is no time"]),
      exception: "ServiceException",
      "the parameter 'start' of service 'Office' is refused: 'soon' is no time"
    ),
    Case(
      .serviceNotRun,
      texts(["service": "sam", "template": "samples", "accepted": "get, basic_get"]),
      .refused,
      "ServiceException",
      501,
      "NOT_IMPLEMENTED",
      "service 'sam' is of template 'samples', which cannot be run here; request one of template get, basic_get"
    ),
    Case(
      .serviceStatus,
      texts(["service": "gone"]) + [.init("status", 404)],
      .notFound,
      "ServiceException",
      404,
      "NOT_FOUND",
      "service 'gone' answered 404"
    ),
    Case(
      .serviceStatus,
      texts(["service": "check"]) + [.init("status", 503)],
      .refused,
      "ServiceException",
      503,
      "SERVICE_UNAVAILABLE",
      "service 'check' answered 503"
    ),
    Case(
      .unknownNode,
      [.init("node", 7)],
      .notFound,
      "NodeException",
      404,
      "NOT_FOUND",
      "nothing was ever said about node '7'; set its status first"
    ),
    Case(
      .malformedHost,
      texts(["value": "two words"]),
      exception: "NodeException",
      "'two words' cannot be the host of a node; write 1 to 253 printable ASCII characters without spaces"
    ),
    Case(
      .nodeShutDown,
      [.init("node", 2)],
      .refused,
      "NodeException",
      503,
      "SERVICE_UNAVAILABLE",
      "node '2' is SHUTDOWN and takes no requests; set it ONLINE, or ask another node"
    ),
    Case(
      .statisticsUnavailable,
      texts(["url": "http://urs:1/lvq", "reason": "it does not answer"]),
      .refused,
      "StatisticsException",
      503,
      "SERVICE_UNAVAILABLE",
      "statistics cannot be had from 'http://urs:1/lvq': it does not answer; try again later"
    ),
    Case(
      .chatRefused,
      texts(["service": "request-chat", "endpoint": "gms_builtin", "reason": "no agent is there"]),
      .refused,
      "ChatException",
      503,
      "SERVICE_UNAVAILABLE",
      "chat endpoint 'gms_builtin' of service 'request-chat' takes no session now: no agent is there; try again later"
    ),
  ]
}
