import gmsctl

extension RefusalTests {
  /// Imports that lead nowhere, or back.
  static let imports: [Refusal] = [
    Refusal(
      "service create X --template office-hours _import_rules1=Nowhere",
      .refused,
      """
      option '_import_rules1' of service 'X' names service 'Nowhere', which does not exist; create \
      it first
      """
    ),
    Refusal(
      "service create X --template office-hours _import_rules1=Offise",
      .refused,
      """
      option '_import_rules1' of service 'X' names service 'Offise', which does not exist; did you \
      mean 'Office'?
      """
    ),
    Refusal(
      "service create X --template office-hours _import_schedules1=Capacity",
      .refused,
      """
      option '_import_schedules1' of service 'X' names 'Capacity', a service of template \
      'capacity'; name one of template 'office-hours'
      """
    ),
    Refusal(
      "service create X --template office-hours _import_rules1=X",
      .refused,
      "office hours import themselves: 'X' → 'X'; take one of these imports away"
    ),
    Refusal(
      "service set Office _import_rules1=Office",
      .refused,
      "office hours import themselves: 'Office' → 'Office'; take one of these imports away"
    ),
    Refusal(
      "service set Office _import_schedules1=Branch",
      .refused,
      """
      office hours import themselves: 'Office' → 'Branch' → 'Office'; take one of these imports away
      """
    ),
    Refusal(
      "apply -f {DIR}/cycle.json",
      .refused,
      "office hours import themselves: 'A' → 'B' → 'C' → 'A'; take one of these imports away"
    ),
    Refusal(
      "diff -f {DIR}/cycle.json",
      .refused,
      "office hours import themselves: 'A' → 'B' → 'C' → 'A'; take one of these imports away"
    ),
    Refusal(
      "apply -f {DIR}/self.cfg",
      .refused,
      "office hours import themselves: 'A' → 'A'; take one of these imports away"
    ),
    Refusal(
      "apply -f {DIR}/missing.json",
      .refused,
      """
      option '_import_rules1' of service 'A' names service 'Ofice', which does not exist; did you \
      mean 'Office'?
      """
    ),
  ]
}
