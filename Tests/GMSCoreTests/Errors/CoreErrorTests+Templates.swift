import GMSCore

/// The errors about templates.
extension CoreErrorTests {
  static let templateCases: [Case] = [
    Case(
      .malformedTemplate,
      [
        .init("template", .string("weather")), .init("member", .string("options[3].type")),
        .init("value", .string("intger")), .init("reason", .string("write a word")),
        .init("suggestion", .string("integer")),
      ],
      "template 'weather', options[3].type is 'intger': write a word; did you mean 'integer'?"
    ),
    Case(
      .malformedTemplate,
      [
        .init("member", .string("")), .init("value", .string("[…]")), .init("reason", .string("an object")),
      ],
      "this is '[…]': an object"
    ),
    Case(
      .templateExists,
      [
        .init("template", .string("probe")), .init("other", .string("get")),
        .init("value", .string("builtin/get")),
      ],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      """
      template 'probe' has the same '_type' and '_service' as template 'get', 'builtin/get'; a service could \
      not tell which of them is its own
      """
    ),
    Case(
      .templateIsShipped,
      [.init("template", .string("get"))],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      """
      template 'get' ships with the library and can neither be replaced nor deleted; give one of your own \
      another name
      """
    ),
    Case(
      .templateInUse,
      [.init("template", .string("probe")), .init("users", .array(["a", "template.b"]))],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "template 'probe' is used by 'a', 'template.b'; change or delete what uses it first"
    ),
    Case(
      .unknownCategory,
      [
        .init("template", .string("get")), .init("value", .string("Anser")),
        .init("suggestion", .string("Answer")), .init("accepted", .string("'General', 'Answer'")),
      ],
      .notFound,
      "TemplateNotFoundException",
      404,
      "NOT_FOUND",
      "template 'get' has no category 'Anser'; it has 'General', 'Answer'; did you mean 'Answer'?"
    ),
  ]
}
