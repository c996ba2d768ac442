import gmsctl

extension RefusalTests {
  /// Lines that cannot be imported, files that cannot be read, earlier states of commands that write.
  static let transfers: [Refusal] = [
    Refusal(
      "store import {DIR}/nowhere.jsonl",
      .usage,
      "cannot read '{DIR}/nowhere.jsonl' of 'FILE': No such file or directory"
    ),
    Refusal("store import {DIR}", .usage, "cannot read '{DIR}' of 'FILE': Is a directory"),
    Refusal(
      "store import",
      .usage,
      "'gmsctl store import' needs the argument 'FILE'\n  usage: gmsctl store import FILE [--replace]"
    ),
    Refusal(
      "store import -",
      input: "{\"kind\":\"service\"",
      .refused,
      """
      line 1 cannot be imported: this is not JSON at column 18: a comma or } is missing here, found \
      'the end of the text'
      """
    ),
    Refusal(
      "store import -",
      input: "\n{\"kind\":\"calback\",\"_id\":\"x\"}",
      .refused,
      """
      line 2: 'calback' cannot be imported: the kind is one of section, service, resource, number, \
      pattern, account, template, callback, notification, instance, storage, booking, node; did you mean 'callback'?
      """
    ),
    Refusal(
      "store import -",
      input: "{\"kind\":\"callback\",\"_id\":\"x\"}",
      .refused,
      "line 1 cannot be imported: the record is damaged at '_id': 'x'; give <number>-<uuid>"
    ),
    Refusal(
      "store import -",
      input: "{\"kind\":\"service\",\"name\":\"Office\",\"options\":{}}",
      .refused,
      """
      line 1: there is a service 'Office' already; take the line out, or let it replace what is there
        '--replace' lets lines replace what is there
      """
    ),
    Refusal(
      "store import - --replace",
      input: "{\"kind\":\"service\",\"name\":\"Office\",\"options\":{}}",
      .refused,
      """
      line 1 cannot be imported: option '_type' of service 'Office' is mandatory and cannot be \
      missing; it takes builtin or ors
      """
    ),
    Refusal(
      "store import - --dry-run",
      input: "{\"kind\":\"account\",\"name\":\"x\"}",
      .refused,
      "line 1: 'options' cannot be imported: this member is missing"
    ),
    Refusal(
      "store import - --as-of 2025-01-06",
      .usage,
      """
      the option '--as-of' is for commands that only read the store's state; 'gmsctl store import' \
      does not take it
      """
    ),
    Refusal(
      "callback start support --number 5115 --as-of 2025-01-06T14:00:00Z",
      .usage,
      """
      the option '--as-of' is for commands that only read the store's state; 'gmsctl callback start' \
      does not take it
      """
    ),
    Refusal(
      "callback list --as-of yesterday",
      .usage,
      """
      the time of '--as-of' is wrong: 'yesterday' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z (the date needs four, two and two digits)
      """
    ),
    Refusal(
      "store export {DIR}/store/store.json",
      .unusableStore,
      "cannot write the output: {DIR}/store/store.json: File exists"
    ),
    Refusal(
      "store log --callback x",
      .refused,
      """
      'x' is not the id of a callback; give <number>-<uuid>, such as \
      1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10
      """
    ),
    Refusal(
      "store log --callback 1-00000000-0000-0000-0000-000000000000",
      .notFound,
      "there is no callback '1-00000000-0000-0000-0000-000000000000'"
    ),
    Refusal(
      "store chek",
      .usage,
      "'gmsctl store' has no command 'chek'. Did you mean 'check'?\n  'gmsctl help store' lists the commands"
    ),
  ]
}
