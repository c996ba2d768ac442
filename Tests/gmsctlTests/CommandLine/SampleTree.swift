import Foundation
import GMSCore
import gmsctl

/// A small tree with every kind of argument and option, so that these tests do not change with the commands.
enum SampleTree {
  static let root = CommandTree.root(holding: [apply, callback, hours, service, pattern, store])

  static let apply = Command(
    "apply",
    section: "Store",
    summary: "make the configuration as a file says",
    options: [
      .value("file", short: "f", .file, required: true, "the configuration"),
      .flag("prune", "remove what the file lacks"),
    ]
  ) { invocation in
    let text = try invocation.contents("file") ?? ""
    try invocation.answer(.object([.init("length", .integer(Int64(text.utf8.count)))]))
    return invocation.flag("prune") ? .differences : .done
  }

  static let callback = Command(
    "callback",
    section: "Callbacks",
    summary: "callbacks",
    subcommands: [
      Command(
        "start",
        summary: "start a callback",
        arguments: [CommandArgument("service", .service, "the service"), .parameters("its parameters")],
        options: [.value("at", .time, "the desired time"), .timeZone],
        examples: [CommandExample("gmsctl callback start support _customer_number=5115", "Start one.")]
      ) { invocation in
        var members = [JSONValue.Member("service", .string(invocation.text("service")))]
        if let date = try invocation.instant("at") {
          members.append(.init("at", .integer(Int64(date.timeIntervalSince1970))))
        }
        for pair in try invocation.keyValues("parameters") {
          members.append(.init(pair.key, .string(pair.value)))
        }
        try invocation.answer(.object(members))
        return .done
      },
      Command(
        "event",
        summary: "what happened to a callback",
        arguments: [
          CommandArgument("id", .text, "the callback"),
          CommandArgument("event", .choice(["agent-ready", "answered", "hung-up"]), "what happened"),
        ],
        options: [.flag("list", waivesRequirements: true, "name all events")]
      ) { invocation in
        invocation.note("event \(invocation.optional("event") ?? "none")")
        return .done
      },
      Command(
        "list",
        summary: "find callbacks",
        options: [
          .value("service", .service, repeating: true, "of a service"),
          .value("where", .pair, repeating: true, "with a property"),
          .value("match", .choice(["all", "any"]), default: "all", "how properties combine"),
          .value("max", .integer(1...500), "how many"),
        ]
      ) { invocation in
        let rows = invocation.texts("service").map {
          JSONValue.object([
            .init("_id", .string($0)), .init("max", .integer(Int64(invocation.integer("max") ?? 0))),
          ])
        }
        try invocation.answer(Answer(.array(rows), emptyNote: "no callbacks"))
        return .done
      },
    ]
  )

  static let hours = Command(
    "hours",
    section: "Calendars",
    summary: "open hours",
    subcommands: [
      Command(
        "periods",
        summary: "the open periods of a range",
        arguments: [CommandArgument("service", .service, "the office hours")],
        options: [
          .value("start", .time, "where the range begins"),
          .value("end", .time, excludes: ["days"], "where it ends"),
          .value("days", .integer(-5...366), "how many days it has"),
          .flag("strict", short: "s", "be strict"),
        ],
        fields: ["start", "end"]
      ) { _ in .done }
    ]
  )

  static let service = Command(
    "service",
    section: "Services",
    summary: "configured services",
    subcommands: [
      Command(
        "delete",
        summary: "delete a service",
        arguments: [CommandArgument("service", .service, "the service")]
      ) { invocation in
        try invocation.confirm("delete the service '\(invocation.text("service"))'")
        invocation.note("deleted")
        return .done
      },
      Command(
        "unset",
        summary: "remove options",
        arguments: [
          CommandArgument("service", .service, "the service"),
          CommandArgument("keys", .text, presence: .oneOrMore, "the options"),
        ]
      ) { _ in .done },
    ]
  )

  static let pattern = Command(
    "pattern",
    section: "Services",
    summary: "patterns",
    subcommands: [
      Command(
        "set",
        summary: "set patterns",
        arguments: [
          CommandArgument("group", .text, "the group"),
          CommandArgument("patterns", .pair, presence: .oneOrMore, "patterns"),
        ]
      ) { invocation in
        for pair in try invocation.keyValues("patterns") { invocation.note("\(pair.key) is \(pair.value)") }
        return .done
      }
    ]
  )

  static let store = Command(
    "store",
    section: "Store",
    summary: "the store",
    subcommands: [
      Command(
        "info",
        summary: "what the store holds",
        arguments: [CommandArgument("topic", .choice(["size", "age"]), presence: .optional, "what to tell")]
      ) { invocation in
        let context = invocation.context
        try invocation.answer(
          .object([
            .init("path", .string(context.storePath)),
            .init("now", .integer(Int64(context.now.timeIntervalSince1970))),
            .init("given", .bool(context.nowIsGiven)),
            .init("seed", context.seed.map { .integer(Int64($0)) } ?? .null),
            .init("dry", .bool(context.isDryRun)),
          ])
        )
        return .done
      }
    ]
  )
}
