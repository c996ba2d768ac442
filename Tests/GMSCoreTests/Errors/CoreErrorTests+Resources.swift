import GMSCore

/// The errors about changing resource groups.
extension CoreErrorTests {
  static let resourceCases: [Case] = [
    Case(
      .resourceGroupExists,
      texts(["resource": "DNIS"]),
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "there is a resource group 'DNIS' already; take another name, or change that one"
    ),
    Case(
      .malformedGroupName,
      texts(["value": "a/b"]),
      "'a/b' cannot name a resource group; write 1 to 200 bytes of printable text without [, ] and /, and "
        + "without a space at either end"
    ),
    Case(
      .unknownNumber,
      texts(["resource": "DNIS", "value": "1", "suggestion": "2"]),
      .notFound,
      "ConfigurationException",
      404,
      "NOT_FOUND",
      "resource group 'DNIS' has no number '1'; did you mean '2'?"
    ),
  ]
}
