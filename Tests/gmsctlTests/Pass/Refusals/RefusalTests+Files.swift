import gmsctl

extension RefusalTests {
  /// Configurations that cannot be read.
  static let files: [Refusal] = [
    Refusal(
      "apply -f {DIR}/broken.json",
      .refused,
      "this is not JSON at line 2, column 8: a value is missing here, found 'the end of the text'"
    ),
    Refusal(
      "diff -f {DIR}/broken.json",
      .refused,
      "this is not JSON at line 2, column 8: a value is missing here, found 'the end of the text'"
    ),
    Refusal(
      "apply -f {DIR}/unknown.json",
      .refused,
      """
      'service' is not part of a configuration: a configuration has options, services, resources, \
      patterns, accounts and templates; did you mean 'services'?
      """
    ),
    Refusal(
      "apply -f {DIR}/list.json",
      .refused,
      """
      'an array' is not part of a configuration: a configuration is a JSON object, or options text
      """
    ),
    Refusal(
      "apply -f {DIR}/broken.cfg",
      .refused,
      "line 3: 'nonsense' is not part of a configuration: write an option as name = value"
    ),
    Refusal(
      "apply -f {DIR}/heading.cfg",
      .refused,
      """
      line 1: '[service.A' is not part of a configuration: write a section's heading as [name], \
      with nothing but a comment after it
      """
    ),
    Refusal(
      "apply -f {DIR}/unknown.cfg",
      .refused,
      """
      line 1: 'servise.A' is not part of a configuration: before the dot a section has service, \
      resource, pattern, account or template; did you mean 'service'?
      """
    ),
    Refusal(
      "diff -f {DIR}/unknown.cfg",
      .refused,
      """
      line 1: 'servise.A' is not part of a configuration: before the dot a section has service, \
      resource, pattern, account or template; did you mean 'service'?
      """
    ),
    Refusal(
      "apply -f {DIR}/twice.cfg",
      .refused,
      """
      line 3: '_type' is not part of a configuration: this option stands in line 2 already; keep one
      """
    ),
    Refusal(
      "apply -f {DIR}/empty",
      .refused,
      """
      this is not a configuration: it has neither an object nor a section; write {} for an empty \
      configuration
      """
    ),
    Refusal(
      "apply -f {DIR}/nowhere.json",
      .usage,
      "cannot read '{DIR}/nowhere.json' of '--file': No such file or directory"
    ),
    Refusal(
      "apply -f {DIR}",
      .usage,
      "cannot read '{DIR}' of '--file': Is a directory"
    ),
    Refusal(
      "diff -f {DIR}/nowhere.json",
      .usage,
      "cannot read '{DIR}/nowhere.json' of '--file': No such file or directory"
    ),
    Refusal(
      "apply -f ''",
      .usage,
      "the option '-f' needs a value; it got an empty one"
    ),
    Refusal(
      "apply",
      .usage,
      """
      'gmsctl apply' needs the option '--file FILE'
        usage: gmsctl apply -f|--file FILE [--prune]
      """
    ),
    Refusal(
      "apply -f -",
      .refused,
      """
      this is not a configuration: it has neither an object nor a section; write {} for an empty \
      configuration
      """
    ),
    Refusal(
      "apply -f -",
      input: #"{"services":"#,
      .refused,
      """
      this is not JSON at line 1, column 13: a value is missing here, found 'the end of the text'
      """
    ),
    Refusal(
      "apply -f -",
      input: "{} x",
      .refused,
      "this is not JSON at line 1, column 4: nothing may follow the value, found 'x'"
    ),
    Refusal(
      "service set Office _holiday1=@{DIR}/nowhere",
      .usage,
      "cannot read '{DIR}/nowhere' of '_holiday1': No such file or directory"
    ),
    Refusal(
      "service set Office _holiday1=- _holiday2=-",
      .usage,
      "standard input is asked for twice, the second time by '_holiday2'"
    ),
  ]
}
